/** All that comes, in order, once nothing more does. */
export const collect = async <T>(events: AsyncIterable<T>): Promise<readonly T[]> => {
  const collected: T[] = []
  for await (const event of events) collected.push(event)
  return collected
}
