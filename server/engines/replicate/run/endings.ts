import type { ErrorRow } from '../errors/explained.ts'

/** Ends of a run that its own error text does not tell. */
type Ending = Omit<ErrorRow, 'match'>

/** Replicate deletes what an API run made one hour after its end (docs: data retention). */
export const EXPIRED: Ending = {
  code: 'expired',
  happened: 'The picture was drawn, but Replicate deleted it before the proxy could fetch it.',
  next: 'Draw it again with the same seed, and keep the proxy running until the pictures are there.',
  charged: 'yes',
  retryable: true,
}

export const EMPTY: Ending = {
  code: 'bad_answer',
  happened: 'The model finished without a picture.',
  next: 'Try again; if it happens twice, choose another model.',
  charged: 'yes',
  retryable: true,
}

export const CANCELED: Ending = {
  code: 'canceled',
  happened: 'The run was stopped.',
  next: 'Try again if you still want it.',
  charged: 'maybe',
  retryable: true,
}

/** A deadline passed while the run waited for a machine. */
export const ABORTED: Ending = {
  code: 'engine_failed',
  happened: 'Replicate gave the picture up before it began.',
  next: 'Try again.',
  charged: 'no',
  retryable: true,
}

export const UNKNOWN_RUN: Ending = {
  code: 'not_found',
  happened: 'Replicate does not know this run any more.',
  next: 'Draw the picture again.',
  charged: 'maybe',
  retryable: true,
}

export const BAD_PICTURE: Ending = {
  code: 'bad_answer',
  happened: 'The picture that Replicate delivered is damaged or is none.',
  next: 'Draw it again with the same seed.',
  charged: 'yes',
  retryable: true,
}

export const TOO_LARGE: Ending = {
  code: 'bad_answer',
  happened: 'The picture that Replicate delivered is larger than 20 MB.',
  next: 'Choose JPG, or a smaller shape.',
  charged: 'yes',
  retryable: false,
}

export const STRANGE_HOST: Ending = {
  code: 'bad_answer',
  happened: 'The picture’s address does not belong to Replicate, so it was not opened.',
  next: 'Choose another model.',
  charged: 'yes',
  retryable: false,
}

export const NO_DELIVERY: Ending = {
  code: 'engine_unavailable',
  happened: 'The picture was drawn, but Replicate did not hand it out.',
  next: 'Draw it again with the same seed.',
  charged: 'yes',
  retryable: true,
}
