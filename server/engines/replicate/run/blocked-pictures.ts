/** How many pictures the filter took out of a run that succeeded, by its logs: Flux counts, older models name each. */
export const blockedPictures = (logs: string): number => {
  const [, safe, all] = /Total safe images: (\d+) out of (\d+)/.exec(logs) ?? []
  if (safe !== undefined && all !== undefined) return Number(all) - Number(safe)
  return logs.match(/NSFW content detected in image \d+/g)?.length ?? 0
}
