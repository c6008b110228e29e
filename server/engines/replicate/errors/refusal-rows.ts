import type { ErrorRow } from './explained.ts'

/** `match` reads the answer's whole text; the first row whose status and text match counts. */
export type RefusalRow = ErrorRow & { readonly status: number | null }

const ANY = /(?:)/

/** What a refused request says. Nothing was accepted, so nothing is charged. Source: captured answers of the API. */
export const REFUSAL_ROWS: readonly RefusalRow[] = [
  {
    status: null,
    match: /consistently fails to complete setup/i,
    code: 'version_gone',
    happened:
      'Replicate switched this version of the model off, because it does not start any more.',
    next: 'Choose another version, or train a new one.',
    charged: 'no',
    retryable: false,
  },
  {
    status: 401,
    match: ANY,
    code: 'bad_token',
    happened: 'Replicate does not accept the token.',
    next: 'Put a valid REPLICATE_API_TOKEN into the proxy’s settings and start it again.',
    charged: 'no',
    retryable: false,
  },
  {
    status: 402,
    match: /spend limit/i,
    code: 'no_credit',
    happened: 'The Replicate account has reached its monthly spend limit.',
    next: 'Raise the limit in the account’s billing page, then try again.',
    charged: 'no',
    retryable: false,
  },
  {
    status: 402,
    match: ANY,
    code: 'no_credit',
    happened: 'The Replicate account has no credit left.',
    next: 'Add credit in the account’s billing page, wait a few minutes, then try again.',
    charged: 'no',
    retryable: false,
  },
  {
    status: 403,
    match: ANY,
    code: 'bad_token',
    happened: 'The Replicate token is not allowed to do this.',
    next: 'Use the token of the account that owns the model.',
    charged: 'no',
    retryable: false,
  },
  {
    status: 404,
    match: /training destination does not exist/i,
    code: 'model_not_found',
    happened: 'The model that the training should go into does not exist.',
    next: 'Try again: it is made first.',
    charged: 'no',
    retryable: true,
  },
  {
    status: 404,
    match: ANY,
    code: 'model_not_found',
    happened: 'Replicate has no such model, or it is private and belongs to somebody else.',
    next: 'Check the model’s name in the style.',
    charged: 'no',
    retryable: false,
  },
  {
    status: 409,
    match: ANY,
    code: 'conflict',
    happened: 'Replicate has something of this name already.',
    next: 'Choose another name.',
    charged: 'no',
    retryable: false,
  },
  {
    status: 413,
    match: ANY,
    code: 'payload_too_large',
    happened: 'What was sent to Replicate is too large.',
    next: 'Use a smaller reference.',
    charged: 'no',
    retryable: false,
  },
  {
    status: 422,
    match: /invalid version|version does not exist/i,
    code: 'version_gone',
    happened: 'This version of the model was deleted, or the token may not use it.',
    next: 'Choose another version in the style.',
    charged: 'no',
    retryable: false,
  },
  {
    status: 422,
    match: ANY,
    code: 'invalid_request',
    happened: 'The model did not take these settings.',
    next: 'Set steps, guidance and LoRA strength back to the style’s own, and try again.',
    charged: 'no',
    retryable: false,
  },
  {
    status: 429,
    match: ANY,
    code: 'rate_limited',
    happened: 'Replicate asks to slow down.',
    next: 'Wait a minute, then try again.',
    charged: 'no',
    retryable: true,
  },
]
