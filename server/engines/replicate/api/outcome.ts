/** What became of one request: exactly one went out, or none. */
export type Outcome =
  | {
      readonly type: 'answer'
      readonly status: number
      readonly headers: Headers
      /** As it came; a front door may say HTML where JSON was asked for. */
      readonly text: string
      /** The text as JSON; undefined where it is none. */
      readonly body: unknown
    }
  /** No whole answer came. `sent: false`: the request never reached anybody. */
  | { readonly type: 'silence'; readonly sent: boolean }

export const isSuccess = (
  outcome: Outcome,
): outcome is Extract<Outcome, { readonly type: 'answer' }> =>
  outcome.type === 'answer' && outcome.status >= 200 && outcome.status < 300

/** Worth asking again when asking is free of consequences. */
export const isTransient = (outcome: Outcome): boolean =>
  outcome.type === 'silence' ||
  outcome.status === 408 ||
  outcome.status === 429 ||
  outcome.status >= 500
