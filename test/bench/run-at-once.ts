/** Runs `work` for every number below `count`, at most `width` at a time. Rejects with the first failure. */
export const runAtOnce = async (
  count: number,
  width: number,
  work: (number: number) => Promise<void>,
): Promise<void> => {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) {
      next += 1
      await work(next - 1)
    }
  }
  await Promise.all(Array.from({ length: width }, lane))
}
