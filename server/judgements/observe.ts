export type Observed<T> =
  | { readonly state: 'pending' }
  | { readonly state: 'there'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown }

/** A promise that can be asked how it stands. `ended` never rejects. */
export const observe = <T>(
  promise: Promise<T>,
): { readonly ended: Promise<void>; readonly now: () => Observed<T> } => {
  let now: Observed<T> = { state: 'pending' }
  const ended = promise.then(
    (value) => {
      now = { state: 'there', value }
    },
    (error: unknown) => {
      now = { state: 'failed', error }
    },
  )
  return { ended, now: () => now }
}
