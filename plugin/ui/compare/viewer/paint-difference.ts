/** A colour may be so far off before it counts: less is the noise of JPEG. From 0 to 255. */
const NOISE = 20
/** Lighter and darker for every kind of colour vision: orange and blue of Okabe and Ito (jfly.uni-koeln.de/color). */
const LIGHTER = [230, 159, 0] as const
const DARKER = [0, 114, 178] as const

const lightness = (pixels: Uint8ClampedArray, at: number): number =>
  0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0)

/**
 * Paints into the pixels of `left` where `right` is different from it: orange where it is lighter, blue where it is
 * darker, the stronger the more; the rest pale and grey. Answers with the share of pixels that differ, from 0 to 1.
 */
export const paintDifference = (left: Uint8ClampedArray, right: Uint8ClampedArray): number => {
  let count = 0
  for (let at = 0; at < left.length; at += 4) {
    const before = lightness(left, at)
    let most = 0
    for (let band = at; band < at + 3; band += 1)
      most = Math.max(most, Math.abs((left[band] ?? 0) - (right[band] ?? 0)))
    const isDifferent = most > NOISE
    if (isDifferent) count += 1
    const ink = lightness(right, at) >= before ? LIGHTER : DARKER
    const pale = 175 + before * 0.3
    const share = isDifferent ? Math.min(1, 0.4 + most / 160) : 0
    for (let band = 0; band < 3; band += 1)
      left[at + band] = pale + ((ink[band] ?? 0) - pale) * share
  }
  return count / (left.length / 4)
}
