import type { ErrorRow } from './explained.ts'

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
]
