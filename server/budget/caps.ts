/** What the proxy may spend, in US dollars: with one press, with one training, and in each period of UTC. */
export type Caps = {
  readonly perJob: number
  readonly perTraining: number
  readonly perMinute: number
  readonly perDay: number
  readonly perMonth: number
}

/**
 * A picture by a trained Flux LoRA is about a cent. A minute takes twice the dearest press, so that two people may
 * press together and a program that runs wild may not; ten full days make a month. A training is about three dollars, and
 * counts in its day and month only.
 */
export const USUAL_CAPS: Caps = {
  perJob: 1,
  perTraining: 10,
  perMinute: 2,
  perDay: 10,
  perMonth: 100,
}
