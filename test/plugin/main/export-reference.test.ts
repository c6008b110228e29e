import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { readImageHeader } from '../../../shared/image-header.ts'
import type { OpenPlugin } from './open-plugin.ts'
import { openPlugin } from './open-plugin.ts'

let plugin: OpenPlugin
beforeEach(async () => {
  plugin = await openPlugin()
})

/** Makes something with a snippet that has a red rectangle `red` of 100 × 50 and returns a node; answers with its id. */
const make = async (snippet: string): Promise<string> =>
  String(
    await plugin.script(`
      const red = figma.createRectangle()
      red.resize(100, 50)
      red.fills = [{ type: 'SOLID', color: { r: 1, g: 0, b: 0 } }]
      const make = async () => {${snippet}}
      return (await make()).id`),
  )

const sizeOf = async (id: string) => {
  const { bytes } = await plugin.canvas.exportReference({ node: id })
  const { type, width, height } = readImageHeader(bytes)!
  expect(type).toBe('image/png')
  return [width, height]
}

/** Colours by where they are, from 0 to 1 in both directions; null where it is clear. */
const coloursOf = async (id: string, places: readonly (readonly [number, number])[]) => {
  const { bytes } = await plugin.canvas.exportReference({ node: id })
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return places.map(([x, y]) => {
    const row = Math.floor(y * info.height)
    const at = (row * info.width + Math.floor(x * info.width)) * 4
    const [red, green, blue, alpha] = data.subarray(at, at + 4)
    return alpha === 0 ? null : [red, green, blue]
  })
}

/** Blue on its left half, green on its right. */
const photo = async () =>
  new Uint8Array(
    await sharp({ create: { width: 60, height: 80, channels: 3, background: '#0000ff' } })
      .composite([
        {
          input: { create: { width: 30, height: 80, channels: 3, background: '#00ff00' } },
          left: 30,
          top: 0,
        },
      ])
      .png()
      .toBuffer(),
  )

const RED = [255, 0, 0]
const WHITE = [255, 255, 255]

describe('a reference', () => {
  it('is a frame with all that is in it, and its name', async () => {
    const frame = await make(`
      const frame = figma.createFrame()
      frame.name = 'Customer, March'
      frame.resize(400, 300)
      frame.appendChild(red)
      red.x = 300
      red.y = 250
      return frame`)
    expect((await plugin.canvas.exportReference({ node: frame })).name).toBe('Customer, March')
    expect(await sizeOf(frame)).toEqual([1024, 768])
    const places = [
      [0.1, 0.1],
      [0.9, 0.95],
      [0.7, 0.95],
    ] as const
    expect(await coloursOf(frame, places)).toEqual([WHITE, RED, WHITE])
  })

  it('is a photo that fills a frame', async () => {
    const size = { x: 10, y: 20, width: 60, height: 80 }
    const image = await photo()
    const frame = plugin.host.person.addFrame({ name: 'Photo', ...size, image })
    expect(await sizeOf(frame)).toEqual([768, 1024])
    const places = [
      [0.1, 0.5],
      [0.9, 0.5],
    ] as const
    expect(await coloursOf(frame, places)).toEqual([
      [0, 0, 255],
      [0, 255, 0],
    ])
  })

  it('is drawn anew in full size when its layer is small', async () => {
    const frame = await make(`
      const frame = figma.createFrame()
      frame.resize(8, 8)
      const dot = figma.createEllipse()
      dot.resize(8, 8)
      dot.fills = red.fills
      frame.appendChild(dot)
      return frame`)
    expect(await sizeOf(frame)).toEqual([1024, 1024])
    const { bytes } = await plugin.canvas.exportReference({ node: frame })
    const { data, info } = await sharp(bytes)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const blurred = Array.from(
      { length: 1024 },
      (_, x) => data[(300 * 1024 + x) * info.channels + 1],
    ).filter((green) => green !== 0 && green !== 255)
    // A circle's edge is one or two pixels wide where it was drawn, and a hundred where 8 were enlarged.
    expect(blurred.length).toBeLessThan(8)
  })

  it.each([
    [
      'a group',
      'red.y = 100; const two = red.clone(); two.x = 50; two.y = 300; return figma.group([red, two], figma.currentPage)',
      [614, 1024],
    ],
    [
      'a component',
      'const made = figma.createComponent(); made.resize(64, 32); return made',
      [1024, 512],
    ],
    [
      'an instance',
      'const made = figma.createComponent(); made.resize(64, 32); return made.createInstance()',
      [1024, 512],
    ],
    [
      'a section',
      'const made = figma.createSection(); made.resizeWithoutConstraints(300, 400); return made',
      [768, 1024],
    ],
    [
      'a text',
      `const made = figma.createText(); await figma.loadFontAsync(made.fontName); made.textAutoResize = 'NONE'; made.characters = 'Hi'; made.resize(60, 40); return made`,
      [1024, 683],
    ],
    ['a locked layer', 'red.locked = true; return red', [1024, 512]],
    [
      'a layer inside others',
      'const frame = figma.createFrame(); frame.appendChild(red); red.x = 40; return red',
      [1024, 512],
    ],
    [
      'a layer of another page',
      'const page = figma.createPage(); await page.loadAsync(); page.appendChild(red); return red',
      [1024, 512],
    ],
  ])('can be %s', async (_, snippet, size) => {
    expect(await sizeOf(await make(snippet))).toEqual(size)
  })

  it('has 1024 pixels on its longest side, whatever sticks out of its layer', async () => {
    const frame = await make(`
      const frame = figma.createFrame()
      frame.resize(200, 100)
      frame.clipsContent = false
      frame.appendChild(red)
      red.x = 50
      red.y = 350
      return frame`)
    expect(await sizeOf(frame)).toEqual([512, 1024])
    const places = [
      [0.5, 0.1],
      [0.5, 0.5],
      [0.5, 0.95],
    ] as const
    expect(await coloursOf(frame, places)).toEqual([WHITE, null, RED])
  })

  it('leaves the document, the selection, the view and the undo history as they are', async () => {
    const frame = await make('return red')
    const { host } = plugin
    host.person.select([frame])
    // The document has its id from now on.
    await plugin.canvas.exportReference({ node: frame })
    const state = () => [host.scene(), host.snapshot(), host.viewport.get(), host.undoDepth()]
    const before = state()
    await plugin.canvas.exportReference({ node: frame })
    expect(state()).toEqual(before)
  })

  it('is the same bytes again', async () => {
    const frame = await make('return red')
    const [one, other] = [
      await plugin.canvas.exportReference({ node: frame }),
      await plugin.canvas.exportReference({ node: frame }),
    ]
    expect(one).toEqual(other)
  })
})

describe('a layer that cannot be a reference', () => {
  it.each([
    ['was removed', 'red.remove(); return red', /not in the file any more/],
    ['is a page', 'return figma.currentPage', /not in the file any more/],
    ['is too long', 'red.resize(401, 100); return red', /too long and thin.*4 times/],
    [
      'is too thin for what sticks out',
      'const frame = figma.createFrame(); frame.clipsContent = false; frame.appendChild(red); red.x = 1000; return frame',
      /too long and thin/,
    ],
    ['is hidden', 'red.visible = false; return red', /empty or hidden/],
    [
      'is in a hidden one',
      'const frame = figma.createFrame(); frame.appendChild(red); frame.visible = false; return red',
      /empty or hidden/,
    ],
    [
      'is a hidden section',
      'const made = figma.createSection(); made.visible = false; return made',
      /empty or hidden/,
    ],
  ])('says so when it %s', async (_, snippet, message) => {
    const node = await make(snippet)
    const refused = plugin.canvas.exportReference({ node })
    await expect(refused).rejects.toThrow(message)
    await expect(refused).rejects.toMatchObject({ code: 'canvas_failed' })
  })

  it('says so when it was never there', async () => {
    await expect(plugin.canvas.exportReference({ node: '99:99' })).rejects.toMatchObject({
      code: 'canvas_failed',
    })
  })
})
