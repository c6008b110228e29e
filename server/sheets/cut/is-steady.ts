import type { Box } from '../../../shared/contract/index.ts'
import type { EdgeMaps } from './edge-maps.ts'

/** Of all changes along a line, that remain when those to and fro in each stretch of it are set off against each other. */
const STEADY = 0.7
/** More change than so much, of 255, counts no more: what stands in the way of a line changes more than the line. */
const MOST = 8
/** A stretch is this share of the line, and so many pixels at least: beyond it, another panel may begin. */
const STRETCH = { share: 1 / 6, least: 100 }

/**
 * Whether colours change in one direction along each stretch of a line across a region: over checks, lighter and darker
 * squares take turns. `isX`: the line is vertical, and `place` is where.
 */
export const isSteady = (
  { soft, width, height, text }: Pick<EdgeMaps, 'soft' | 'width' | 'height' | 'text'>,
  region: Box,
  isX: boolean,
  place: number,
): boolean => {
  if (place < 1 || place >= (isX ? width : height) - 1) return true
  const step = isX ? 1 : width
  const [from, length] = isX ? [region.y, region.h] : [region.x, region.w]
  const stretch = Math.max(STRETCH.least, Math.round(length * STRETCH.share))
  let [remaining, all] = [0, 0]
  for (let start = from; start < from + length; start += stretch) {
    const sums = [0, 0, 0]
    const changes = [0, 0, 0]
    for (let along = start; along < Math.min(start + stretch, from + length); along += 1) {
      const at = isX ? along * width + place : place * width + along
      if (text[at] === 1) continue
      for (let c = 0; c < 3; c += 1) {
        const whole = (soft[(at + step) * 3 + c] ?? 0) - (soft[(at - step) * 3 + c] ?? 0)
        const change = Math.max(-MOST, Math.min(MOST, whole))
        sums[c] = (sums[c] ?? 0) + change
        changes[c] = (changes[c] ?? 0) + Math.abs(change)
      }
    }
    const most = changes.indexOf(Math.max(...changes))
    remaining += Math.abs(sums[most] ?? 0)
    all += changes[most] ?? 0
  }
  return remaining >= STEADY * all
}
