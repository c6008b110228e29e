import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readImageHeader } from '../../shared/image-header.ts'

const picture = () => sharp({ create: { width: 30, height: 20, channels: 3, background: 'tan' } })

describe('readImageHeader', () => {
  it.each([
    ['PNG', () => picture().png().toBuffer(), 'image/png'],
    ['JPEG', () => picture().jpeg().toBuffer(), 'image/jpeg'],
    ['progressive JPEG', () => picture().jpeg({ progressive: true }).toBuffer(), 'image/jpeg'],
    [
      'JPEG with metadata',
      () =>
        picture()
          .withExif({ IFD0: { Artist: 'x'.repeat(9000) } })
          .jpeg()
          .toBuffer(),
      'image/jpeg',
    ],
  ])('reads a %s', async (_name, make, type) => {
    expect(readImageHeader(await make())).toEqual({ type, width: 30, height: 20 })
  })

  it('reads bytes that start in the middle of a buffer', async () => {
    const bytes = await picture().png().toBuffer()
    const shifted = Buffer.concat([Buffer.alloc(3), bytes]).subarray(3)
    expect(readImageHeader(shifted)).toMatchObject({ width: 30, height: 20 })
  })

  it.each([
    ['no bytes', () => Buffer.alloc(0)],
    ['WebP', () => picture().webp().toBuffer()],
    ['GIF', () => picture().gif().toBuffer()],
    ['text', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PNG signature alone', async () => (await picture().png().toBuffer()).subarray(0, 20)],
    [
      'a JPEG that ends before its size',
      async () => (await picture().jpeg().toBuffer()).subarray(0, 60),
    ],
  ])('answers null for %s', async (_name, make) => {
    expect(readImageHeader(await make())).toBeNull()
  })

  it('never throws or hangs, whatever was cut or flipped', async () => {
    const bytes = await picture().jpeg().toBuffer()
    for (let at = 0; at < Math.min(bytes.length, 400); at += 1) {
      const flipped = Buffer.from(bytes)
      flipped[at] = 0xff - flipped[at]!
      expect(() => readImageHeader(flipped)).not.toThrow()
      expect(() => readImageHeader(bytes.subarray(0, at))).not.toThrow()
    }
  })
})
