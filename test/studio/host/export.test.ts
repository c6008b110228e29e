import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createTestHost, runBuiltPlugin } from '../create-test-host.ts'

/** Four quarters: red, green / blue, white; twice as wide as high. */
const picture = async (): Promise<Uint8Array> => {
  const quarters = ['#f00', '#0f0', '#00f', '#fff'].map((fill, at) => {
    const [x, y] = [(at % 2) * 40, at < 2 ? 0 : 20]
    return `<rect x="${x}" y="${y}" width="40" height="20" fill="${fill}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">${quarters.join('')}</svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer())
}

/** What a plugin exports that gets the picture as `bytes` and answers with `result`. */
const exported = async (code: string): Promise<unknown> => {
  const bytes = await picture()
  return new Promise((resolve, reject) => {
    const main = `figma.showUI('')
      figma.ui.onmessage = async (bytes) => {
        const frame = figma.createFrame()
        ${code}
        figma.ui.postMessage(result)
      }`
    runBuiltPlugin(createTestHost(), { main, onMessage: resolve, onError: reject }).then(
      (run) => run.postMessage(bytes),
      reject,
    )
  })
}

type Pixels = { width: number; height: number; at: (x: number, y: number) => string }

/** Colours as four digits, red, green, blue and alpha: f is full, 8 about half, 0 none. */
const pixels = async (code: string): Promise<Pixels> => {
  const image = sharp((await exported(code)) as Uint8Array)
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const digit = (value: number): string => (value > 190 ? 'f' : value > 64 ? '8' : '0')
  return {
    width: info.width,
    height: info.height,
    at: (x, y) => {
      const offset = (y * info.width + x) * 4
      return [...data.subarray(offset, offset + 4)].map(digit).join('')
    },
  }
}

test.each([
  ['nothing', undefined, [200, 100]],
  ['a scale', { type: 'SCALE', value: 2.5 }, [500, 250]],
  ['a width', { type: 'WIDTH', value: 333 }, [333, 167]],
  ['a height', { type: 'HEIGHT', value: 64 }, [128, 64]],
])('the size is exactly what was asked for: %s', async (_, constraint, size) => {
  const { width, height } = await pixels(`
    frame.resize(200, 100)
    const result = await frame.exportAsync({ format: 'PNG', constraint: ${JSON.stringify(constraint)} })`)
  expect([width, height]).toEqual(size)
})

const withFill = (paint: string): string => `
  frame.resize(80, 80)
  const { hash } = figma.createImage(bytes)
  frame.fills = [{ type: 'IMAGE', imageHash: hash, ${paint} }]
  const result = await frame.exportAsync()`

test('FILL covers the node', async () => {
  const { at } = await pixels(withFill(`scaleMode: 'FILL'`))
  expect([at(5, 5), at(75, 5), at(5, 75), at(75, 75)]).toEqual(['f00f', '0f0f', '00ff', 'ffff'])
})

test('FIT shows the whole image', async () => {
  const { at } = await pixels(withFill(`scaleMode: 'FIT'`))
  expect([at(5, 5), at(5, 25), at(75, 25), at(5, 55), at(75, 75)]).toEqual([
    '0000',
    'f00f',
    '0f0f',
    '00ff',
    '0000',
  ])
})

test('CROP shows the part that the transform names', async () => {
  const { at } = await pixels(
    withFill(`scaleMode: 'CROP', imageTransform: [[0.5, 0, 0.5], [0, 0.5, 0]]`),
  )
  expect([at(5, 5), at(75, 75)]).toEqual(['0f0f', '0f0f'])
})

test('TILE repeats the image at its scale', async () => {
  const { at } = await pixels(withFill(`scaleMode: 'TILE', scalingFactor: 0.5`))
  expect([at(5, 5), at(25, 5), at(45, 5), at(5, 25), at(65, 35)]).toEqual([
    'f00f',
    '0f0f',
    'f00f',
    'f00f',
    'ffff',
  ])
})

test.each([
  [
    'from left to right',
    'LINEAR',
    [
      [1, 0, 0],
      [0, 1, 0],
    ],
    ['f00f', 'f00f', '00ff'],
  ],
  [
    'from top to bottom',
    'LINEAR',
    [
      [0, 1, 0],
      [-1, 0, 1],
    ],
    ['f00f', '00ff', 'f00f'],
  ],
  [
    'from the middle outwards',
    'RADIAL',
    [
      [1, 0, 0],
      [0, 1, 0],
    ],
    ['00ff', '00ff', '00ff'],
  ],
] as const)('a gradient goes %s', async (_, kind, transform, corners) => {
  const { at } = await pixels(`
    frame.resize(80, 80)
    frame.fills = [{
      type: 'GRADIENT_${kind}',
      gradientTransform: ${JSON.stringify(transform)},
      gradientStops: [
        { position: 0, color: { r: 1, g: 0, b: 0, a: 1 } },
        { position: 1, color: { r: 0, g: 0, b: 1, a: 1 } },
      ],
    }]
    const result = await frame.exportAsync()`)
  expect([at(0, 0), at(0, 79), at(79, 0)]).toEqual(corners)
  expect(at(40, 40)).toBe(kind === 'RADIAL' ? 'f00f' : '808f')
})

test('opacity, clipping, corners and what is not visible', async () => {
  const { at } = await pixels(`
    frame.fills = []
    frame.cornerRadius = 40
    const half = figma.createRectangle()
    half.fills = [{ type: 'SOLID', color: { r: 1, g: 0, b: 0 } }]
    half.opacity = 0.5
    half.resize(100, 50)
    const hidden = figma.createRectangle()
    hidden.visible = false
    hidden.y = 50
    const round = figma.createEllipse()
    round.x = round.y = 60
    round.fills = [{ type: 'SOLID', color: { r: 0, g: 0, b: 1 } }]
    for (const node of [half, hidden, round]) frame.appendChild(node)
    const result = await frame.exportAsync()`)
  expect(at(50, 10)).toBe('f008')
  expect(at(2, 2)).toBe('0000')
  expect(at(20, 70)).toBe('0000')
  expect(at(85, 85)).toBe('00ff')
  expect(at(98, 98)).toBe('0000')
})

test('a JPEG, and SVG text that is safe', async () => {
  const jpeg = await exported(`const result = await frame.exportAsync({ format: 'JPG' })`)
  expect((await sharp(jpeg as Uint8Array).metadata()).format).toBe('jpeg')
  const svg = await exported(`
    const text = figma.createText()
    await figma.loadFontAsync(text.fontName)
    text.characters = '</text><script>&\\u0000'
    frame.appendChild(text)
    const result = await frame.exportAsync({ format: 'SVG_STRING' })`)
  expect(svg).toContain('&lt;/text&gt;&lt;script&gt;&amp;<')
})

test('text leaves ink', async () => {
  const { at } = await pixels(`
    const text = figma.createText()
    await figma.loadFontAsync({ family: 'Inter', style: 'Bold' })
    text.fontName = { family: 'Inter', style: 'Bold' }
    text.fontSize = 100
    text.characters = 'III'
    frame.appendChild(text)
    const result = await frame.exportAsync()`)
  const row = Array.from({ length: 100 }, (_, x) => at(x, 70))
  expect(row).toContain('000f')
})

test('what sticks out of a node is shown with it, unless its own box alone is asked for', async () => {
  const sticksOut = `
    const inner = figma.createRectangle()
    inner.fills = [{ type: 'SOLID', color: { r: 0, g: 0, b: 1 } }]
    inner.x = -100
    frame.clipsContent = false
    frame.appendChild(inner)`
  const whole = await pixels(`${sticksOut}
    const result = await frame.exportAsync({ format: 'PNG', constraint: { type: 'HEIGHT', value: 50 } })`)
  expect([whole.width, whole.height]).toEqual([100, 50])
  expect([whole.at(10, 10), whole.at(90, 10)]).toEqual(['00ff', 'ffff'])
  const own = await pixels(`${sticksOut}
    const result = await frame.exportAsync({ format: 'PNG', useAbsoluteBounds: true })`)
  expect([own.width, own.at(10, 10)]).toEqual([100, 'ffff'])
})

test('a node of which nothing is seen is refused', async () => {
  const refused = await exported(`
    frame.visible = false
    let result = [frame.absoluteRenderBounds]
    try { await frame.exportAsync() } catch (error) { result.push(error.message) }`)
  expect(refused).toEqual([null, 'in exportAsync: This node has nothing that is visible'])
})

test('what is turned is exported as it lies on the page', async () => {
  const { width, height, at } = await pixels(`
    frame.resize(40, 20)
    frame.x = 200
    frame.fills = [{ type: 'SOLID', color: { r: 1, g: 0, b: 0 } }]
    const mark = figma.createRectangle()
    frame.appendChild(mark)
    mark.resize(10, 20)
    mark.fills = [{ type: 'SOLID', color: { r: 0, g: 0, b: 1 } }]
    frame.rotation = 90
    const result = await frame.exportAsync()`)
  expect([width, height]).toEqual([20, 40])
  expect([at(10, 5), at(10, 35)]).toEqual(['f00f', '00ff'])
})
