import type { Box } from '../../../shared/contract/index.ts'
import type { Raster } from '../raster/raster.ts'

/** Of the strongest change near a side, what still belongs to its edge or the line along it. */
const SHARE = 0.3
/** A change, of 255, that is an edge at all. */
const LEAST = 3
/** Of a side's length, left out at each end. */
const INSET = 0.12
/** Beside an edge its colours still mix. */
const MIXED = 1

/** The mean change across lines near a side, `reach` pixels to each side of `at`. */
const changes = (page: Raster, box: Box, isX: boolean, at: number, reach: number): Float32Array => {
  const { width, height, data } = page
  const [from, length] = isX ? [box.y, box.h] : [box.x, box.w]
  const [first, last] = [
    from + Math.round(length * INSET),
    from + length - Math.round(length * INSET),
  ]
  const limit = isX ? width : height
  const found = new Float32Array(2 * reach + 1)
  for (let place = -reach; place <= reach; place += 1) {
    const line = at + place
    if (line < 1 || line >= limit) continue
    const by = isX ? 3 : width * 3
    let [r, g, b] = [0, 0, 0]
    for (let along = first; along < last; along += 2) {
      const i = (isX ? along * width + line : line * width + along) * 3
      r += Math.abs((data[i] ?? 0) - (data[i - by] ?? 0))
      g += Math.abs((data[i + 1] ?? 0) - (data[i + 1 - by] ?? 0))
      b += Math.abs((data[i + 2] ?? 0) - (data[i + 2 - by] ?? 0))
    }
    found[place + reach] = (2 * Math.max(r, g, b)) / Math.max(1, last - first)
  }
  return found
}

/** Where the inside begins, counted from the middle of `found` towards `inwards` (1 or -1). */
const innermost = (found: Float32Array, inwards: 1 | -1): number => {
  const reach = (found.length - 1) / 2
  const strongest = found.reduce((most, each) => Math.max(most, each), 0)
  const usual = [...found].sort((a, b) => a - b)[Math.floor(found.length * 0.4)] ?? 0
  if (strongest < Math.max(LEAST, 3 * usual)) return 0
  const limit = Math.max(LEAST * 0.7, usual * 2, strongest * SHARE)
  for (let place = reach; place >= -reach; place -= 1) {
    const at = inwards === 1 ? reach + place : reach - place
    if ((found[at] ?? 0) >= limit)
      return (inwards === 1 ? place : -place) + (inwards === 1 ? MIXED : 0)
  }
  return 0
}

/** A box that was found from afar, moved to where its edges really are: just inside of them and of lines along them. */
export const refineBox = (page: Raster, box: Box, reach: number): Box => {
  const side = (isX: boolean, at: number, inwards: 1 | -1): number => {
    const limit = isX ? page.width : page.height
    if (at <= reach / 2 || at >= limit - reach / 2) return at <= reach / 2 ? 0 : limit
    const moved = at + innermost(changes(page, box, isX, at, reach), inwards)
    return inwards === 1 ? moved : moved - MIXED
  }
  const left = side(true, box.x, 1)
  const top = side(false, box.y, 1)
  const right = side(true, box.x + box.w, -1)
  const bottom = side(false, box.y + box.h, -1)
  return right - left < 8 || bottom - top < 8
    ? box
    : { x: left, y: top, w: right - left, h: bottom - top }
}
