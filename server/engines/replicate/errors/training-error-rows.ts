import type { ErrorRow } from './explained.ts'
import type { RefusalRow } from './refusal-rows.ts'

/** What a failed training says in `error`. Source: train.py of flux-fine-tuner and its users' reports. */
export const TRAINING_ERROR_ROWS: readonly ErrorRow[] = [
  {
    match: /input_images must be (a zip file|provided)|no images found in input_images/i,
    code: 'invalid_request',
    happened: 'The trainer found no training images.',
    next: 'Prepare the dataset again.',
    charged: 'maybe',
    retryable: false,
  },
  {
    match: /didn't match any layers|failed to compile regex/i,
    code: 'invalid_request',
    happened: 'The trainer did not understand which layers to train.',
    next: 'Leave that setting empty.',
    charged: 'maybe',
    retryable: false,
  },
  {
    match: /invalid url\. use a huggingface download url/i,
    code: 'invalid_request',
    happened: 'The trainer cannot start from this LoRA.',
    next: 'Give the download address of a file on Hugging Face.',
    charged: 'maybe',
    retryable: false,
  },
  {
    match: /invalid literal for int\(\)/i,
    code: 'invalid_request',
    happened: 'The trainer did not understand the resolution.',
    next: 'Write it as numbers with commas, such as 512,768,1024.',
    charged: 'maybe',
    retryable: false,
  },
  {
    match: /no file named config\.json found|\[errno 30\] read-only file system/i,
    code: 'engine_failed',
    happened: 'The trainer itself had a problem.',
    next: 'Try again later.',
    charged: 'maybe',
    retryable: true,
  },
  {
    match: /prediction interrupted|\(code: PA\)/i,
    code: 'interrupted',
    happened: 'Replicate took the machine away while it trained.',
    next: 'Train again.',
    charged: 'maybe',
    retryable: true,
  },
  {
    match: /\(E1001\)|out of memory|\(exitcode/i,
    code: 'out_of_memory',
    happened: 'The trainer ran out of memory.',
    next: 'Train with a smaller rank, resolution or batch.',
    charged: 'yes',
    retryable: false,
  },
  {
    match: /timed out/i,
    code: 'engine_failed',
    happened: 'The training took longer than Replicate allows.',
    next: 'Train with fewer steps.',
    charged: 'yes',
    retryable: false,
  },
  {
    match: /^director:|unexpected error handling/i,
    code: 'engine_failed',
    happened: 'Replicate itself had a problem.',
    next: 'Train again.',
    charged: 'maybe',
    retryable: true,
  },
]

/** What a refused start of a training says besides what every refusal does. */
export const TRAINING_REFUSAL_ROWS: readonly RefusalRow[] = [
  {
    status: 404,
    match: /^(?!.*training destination)/is,
    code: 'model_not_found',
    happened: 'Replicate does not have this trainer any more.',
    next: 'Choose another trainer.',
    charged: 'no',
    retryable: false,
  },
  {
    status: 422,
    match: /(?:)/,
    code: 'invalid_request',
    happened: 'The trainer did not take these settings.',
    next: 'Set them back to the usual ones, and try again.',
    charged: 'no',
    retryable: false,
  },
]
