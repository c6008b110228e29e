import sharp from 'sharp'
import { expect, it } from 'vitest'
import { isWholePng } from '../../../../plugin/main/canvas/is-whole-png.ts'

const png = new Uint8Array(
  await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .png()
    .toBuffer(),
)

it('takes a whole PNG, and one with something behind it', () => {
  expect(isWholePng(png)).toBe(true)
  expect(isWholePng(new Uint8Array([...png, 1, 2, 3]))).toBe(true)
})

it('refuses a PNG that was cut anywhere', () => {
  for (let length = 0; length < png.length; length += 1)
    expect(isWholePng(png.subarray(0, length))).toBe(false)
})

it('ends on chunk lengths that lie', () => {
  const lying = png.slice()
  lying.fill(0xff, 8, 12)
  expect(isWholePng(lying)).toBe(false)
})
