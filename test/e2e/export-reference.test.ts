import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'
import { startStudio } from './start-studio.ts'
import type { RunningStudio } from './start-studio.ts'
import { openStudio } from './studio-page.ts'
import type { StudioPage } from './studio-page.ts'

let browser: Browser
let studio: RunningStudio
let her: StudioPage

beforeAll(async () => {
  ;[browser, studio] = await Promise.all([launchChromium(), startStudio()])
})
afterAll(async () => {
  await browser.close()
  await studio.stop()
})
beforeEach(async () => {
  her = await openStudio(browser, studio)
})
afterEach(() => her.close())

/** Blue on its left half, red on its right. */
const photo = (type: 'png' | 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#2040e0' } })
    .composite([
      {
        input: { create: { width: 200, height: 300, channels: 3, background: '#e03020' } },
        left: 200,
        top: 0,
      },
    ])
    .withExif({ IFD0: { Copyright: 'CANARY' } })
    .toFormat(type)
    .toBuffer()

type Heard = {
  readonly pluginMessage?: {
    readonly id?: number
    readonly message?: string
    readonly output?: { readonly bytes: Uint8Array }
  }
}

/** What the main thread answers the panel, through the studio's own message channel. */
const exportReference = async (node: string): Promise<Buffer> => {
  const bytes = await her.panelFrame().evaluate(
    (input) =>
      new Promise<number[]>((resolve, reject) => {
        const id = -1
        window.addEventListener('message', ({ data }: MessageEvent<Heard>) => {
          const { pluginMessage: answer } = data
          if (answer?.id !== id) return
          if (answer.output === undefined) reject(new Error(answer.message))
          else resolve([...answer.output.bytes])
        })
        const call = { rpc: 'call', id, name: 'exportReference', input }
        window.parent.postMessage({ pluginMessage: call }, '*')
      }),
    { node },
  )
  return Buffer.from(bytes)
}

const chunksOf = (png: Buffer): string[] => {
  const names: string[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    names.push(png.toString('latin1', at + 4, at + 8))
  return [...new Set(names)]
}

test.each(['png', 'jpeg'] as const)(
  'a %s photo on the canvas is exported with its colours and nothing but pixels',
  async (type) => {
    await her.dropFile(`Photo.${type}`, `image/${type}`, await photo(type))
    await expect.poll(async () => (await her.frames()).length).toBe(1)
    const [frame] = await her.frames()
    const bytes = await exportReference(frame!.id)
    expect(chunksOf(bytes)).toEqual(['IHDR', 'IDAT', 'IEND'])
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([1024, 768])
    const at = (x: number) => [...data.subarray((384 * 1024 + x) * info.channels).subarray(0, 3)]
    const isNear = (x: number, colour: readonly number[]) =>
      at(x).every((value, channel) => Math.abs(value - colour[channel]!) < 8)
    expect(isNear(100, [0x20, 0x40, 0xe0]), String(at(100))).toBe(true)
    expect(isNear(900, [0xe0, 0x30, 0x20]), String(at(900))).toBe(true)
  },
)
