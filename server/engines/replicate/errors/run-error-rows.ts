import type { ErrorRow } from './explained.ts'

const WEIGHTS_NEXT = 'Check the address of the LoRA in the style.'

/**
 * What a failed run says in `error`; the first row that matches counts. Sources: Replicate's page on error codes, the
 * texts in cog-flux and flux-fine-tuner, and what their users reported.
 */
export const RUN_ERROR_ROWS: readonly ErrorRow[] = [
  {
    match: /nsfw content/i,
    code: 'blocked_by_filter',
    happened: 'The model’s safety filter took the picture out, which is often a false alarm.',
    next: 'Try again: another seed or other words often pass.',
    charged: 'yes',
    retryable: true,
  },
  {
    match: /flagged as sensitive|\(E005\)/i,
    code: 'blocked_by_filter',
    happened: 'The model’s maker does not allow this picture.',
    next: 'Change the brief or the reference.',
    charged: 'maybe',
    retryable: false,
  },
  {
    match: /prediction interrupted|\(code: PA\)/i,
    code: 'interrupted',
    happened: 'Replicate took the machine away while it drew.',
    next: 'Try again.',
    charged: 'maybe',
    retryable: true,
  },
  {
    match: /\(E1001\)|out of memory|run out of memory|\(exitcode/i,
    code: 'out_of_memory',
    happened: 'The model ran out of memory.',
    next: 'Choose a smaller shape or a smaller reference.',
    charged: 'yes',
    retryable: false,
  },
  {
    match: /\(E6716\)/i,
    code: 'engine_failed',
    happened: 'Replicate could not start the model in time.',
    next: 'Try again in a few minutes.',
    charged: 'no',
    retryable: true,
  },
  {
    match: /^director:|unexpected error handling prediction/i,
    code: 'engine_failed',
    happened: 'Replicate itself had a problem.',
    next: 'Try again once.',
    charged: 'maybe',
    retryable: true,
  },
  {
    match: /prediction timed out/i,
    code: 'engine_failed',
    happened: 'The picture took longer than the 30 minutes that Replicate allows.',
    next: 'Use fewer steps.',
    charged: 'yes',
    retryable: false,
  },
  {
    match: /authorization to download weights failed/i,
    code: 'weights_failed',
    happened: 'The LoRA is private where it is kept, so the model could not load it.',
    next: 'Make it public there, or use one that is.',
    charged: 'yes',
    retryable: false,
  },
  {
    match:
      /failed to download (tarball|safetensors file|from huggingface)|weights not found at the supplied url|model not found on civitai/i,
    code: 'weights_failed',
    happened: 'The LoRA could not be downloaded.',
    next: WEIGHTS_NEXT,
    charged: 'yes',
    retryable: false,
  },
  {
    match:
      /url must end with either \.tar or \.safetensors|failed to parse (url\. expected either|huggingface url|civitai url)/i,
    code: 'weights_failed',
    happened: 'The address of the LoRA is not one that the model understands.',
    next: WEIGHTS_NEXT,
    charged: 'yes',
    retryable: false,
  },
  {
    match: /multiple \.safetensors files found|no \.safetensors file found/i,
    code: 'weights_failed',
    happened: 'The address of the LoRA does not lead to exactly one .safetensors file.',
    next: 'Give the address of the file itself.',
    charged: 'yes',
    retryable: false,
  },
  {
    match: /incompatible keys detected/i,
    code: 'weights_failed',
    happened: 'The LoRA was trained for another base model.',
    next: 'Choose the model that it was trained for.',
    charged: 'yes',
    retryable: false,
  },
  {
    match:
      /width and height must be defined|unsupported operand type\(s\).*nonetype|have to be divisible by 8/i,
    code: 'invalid_request',
    happened: 'The model did not take this size.',
    next: 'Choose another shape.',
    charged: 'yes',
    retryable: false,
  },
  {
    match: /cannot identify image file/i,
    code: 'invalid_request',
    happened: 'The model could not read the reference.',
    next: 'Turn the reference off, or select another one.',
    charged: 'yes',
    retryable: false,
  },
]
