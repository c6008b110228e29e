/** How a run stands, as far as it matters for when to ask again. Milliseconds. */
export type Standing =
  /** Since the run was accepted. */
  | { readonly state: 'starting'; readonly ageMs: number }
  /** `leftMs`: until it should be done, by its bar or by earlier runs; negative when it is late. */
  | { readonly state: 'processing'; readonly leftMs: number }

/** So many questions a second are asked over all runs at the most: a little less than Replicate allows. */
const PER_SECOND = 45

const QUICK_MS = 100
const CALM_MS = 1000
const COLD_MS = 3000
/** From this age on, a run that has not started waits for a machine to boot. */
export const COLD_AFTER_MS = 8000

/** A bar counts whole steps, so a run may be done this much before it says. */
const EARLY_MS = 700

/** Close to its end a run is asked often; one that is late, less and less. */
const processing = (leftMs: number): number =>
  Math.min(CALM_MS, leftMs > 0 ? Math.max(QUICK_MS, leftMs - EARLY_MS) : QUICK_MS - leftMs / 8)

/** Milliseconds until it is worth asking again: where the bar says that it ends. `watched` is how many runs there are. */
export const nextPoll = (standing: Standing, watched: number): number => {
  const fair = (watched / PER_SECOND) * 1000
  const own =
    standing.state === 'processing'
      ? processing(standing.leftMs)
      : standing.ageMs > COLD_AFTER_MS
        ? COLD_MS
        : standing.ageMs > 2000
          ? CALM_MS
          : 2 * QUICK_MS
  return Math.max(fair, own)
}
