/** Adds to the end and forgets the oldest beyond `limit`: a fake that runs for hours keeps its size. */
export const pushBounded = <T>(list: T[], item: T, limit: number): void => {
  list.push(item)
  if (list.length > limit) list.splice(0, list.length - limit)
}
