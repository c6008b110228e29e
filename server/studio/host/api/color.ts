import * as v from 'valibot'
import { HostError } from '../host-error.ts'

const Color = v.object({
  r: v.number(),
  g: v.number(),
  b: v.number(),
  a: v.optional(v.number(), 1),
})
export type Color = v.InferOutput<typeof Color>

const fromHex = (digits: string): Color => {
  const width = digits.length < 6 ? 1 : 2
  const channel = (at: number): number => {
    const pair = digits.slice(at * width, (at + 1) * width)
    return pair === '' ? 1 : parseInt(width === 1 ? pair + pair : pair, 16) / 255
  }
  return { r: channel(0), g: channel(1), b: channel(2), a: channel(3) }
}

/** A colour from hexadecimal digits or an object; other CSS notations are not in our host yet. */
export const parseColor = (given: unknown): Color => {
  const color = v.safeParse(Color, given)
  if (color.success) return color.output
  const hex = typeof given === 'string' ? /^#((?:[\da-f]{3,4}){1,2})$/i.exec(given) : null
  if (hex?.[1] === undefined)
    throw new HostError(`The colour ${String(given)} is not in our host yet`)
  return fromHex(hex[1])
}
