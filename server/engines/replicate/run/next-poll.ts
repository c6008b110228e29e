/** How a run stands, as far as it matters for when to ask again. Milliseconds. */
export type Standing =
  /** Since the run was accepted. */
  | { readonly state: 'starting'; readonly ageMs: number }
  /** `leftMs`: until it should be done, by its bar or by earlier runs; negative when it is late. */
  | { readonly state: 'processing'; readonly leftMs: number }

/** So many questions a second are asked over all runs at the most: a little less than Replicate allows. */
const PER_SECOND = 45

/** So few runs are asked as often as they like for the moment that matters: what is too much waits in the line of all calls. */
const FEW = 8

const QUICK_MS = 50
const SOON_MS = 200
const CALM_MS = 1000
const COLD_MS = 3000
/** From this age on, a run that has not started waits for a machine to boot. */
export const COLD_AFTER_MS = 8000

/** A bar counts whole steps, so a run may be done one step before it says: 250 ms of a Flux picture in seven seconds. */
const EARLY_MS = 300

/** Close to its end a run is asked often; one that is late, less and less. */
const processing = (leftMs: number): number =>
  Math.min(CALM_MS, leftMs > 0 ? Math.max(QUICK_MS, leftMs - EARLY_MS) : QUICK_MS - leftMs / 8)

/** Milliseconds until it is worth asking again: where the bar says that it ends. `watched` is how many runs there are. */
export const nextPoll = (standing: Standing, watched: number): number => {
  const fair = watched > FEW ? (watched / PER_SECOND) * 1000 : 0
  const own =
    standing.state === 'processing'
      ? processing(standing.leftMs)
      : standing.ageMs > COLD_AFTER_MS
        ? COLD_MS
        : standing.ageMs > 2000
          ? CALM_MS
          : SOON_MS
  return Math.max(fair, own)
}
