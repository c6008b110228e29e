/** The numbers below `count` in an order that `random` decides: a whole number from 0 to 2^32 - 1, asked for each. */
export const shuffle = (count: number, random: () => number): number[] => {
  const order = Array.from({ length: count }, (_, at) => at)
  return order
    .map((at) => ({ at, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ at }) => at)
}
