/** How much of each value is the past. */
const WEIGHT = 0.85

/** An exponential moving average without the bias of its beginning, as TensorBoard draws it. */
export const smooth = (values: readonly number[]): number[] => {
  let sum = 0
  let share = 0
  return values.map((value) => {
    sum = WEIGHT * sum + (1 - WEIGHT) * value
    share = WEIGHT * share + (1 - WEIGHT)
    return sum / share
  })
}
