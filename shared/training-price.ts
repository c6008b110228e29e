import * as v from 'valibot'

/** How long a trainer takes and what that costs. */
export const TrainerPace = v.object({
  /** Loading, caching and saving, whatever the steps. Seconds. */
  fixedSeconds: v.number(),
  secondsPerStep: v.number(),
  usdPerSecond: v.number(),
  /** How many trainings of this proxy the times come from; 0: published figures. */
  measured: v.number(),
})
export type TrainerPace = v.InferOutput<typeof TrainerPace>

/** What so many steps take and cost: always an estimate. */
export const trainingPrice = (
  { fixedSeconds, secondsPerStep, usdPerSecond }: TrainerPace,
  steps: number,
): { readonly seconds: number; readonly usd: number } => {
  const seconds = fixedSeconds + secondsPerStep * steps
  return { seconds, usd: seconds * usdPerSecond }
}
