import { beforeEach, describe, expect, it } from 'vitest'
import { createTestHost } from '../../../studio/create-test-host.ts'
import { openPlugin } from '../open-plugin.ts'
import type { OpenTraining } from './open-training.ts'
import { CORNERS, GREEN, MIDDLE, openTraining, PINK, RED, WHITE } from './open-training.ts'

let training: OpenTraining
beforeEach(async () => {
  training = await openTraining()
})

describe('a training picture', () => {
  it('shows all of a frame, with its own background around it up to the square', async () => {
    const tall = await training.one(`
      const tall = frame(PINK, 300, -50, 100, 200)
      shape(RED, 0, 0, 100, 20, tall)
      shape(GREEN, 40, 80, 20, 20, tall)
      return tall`)
    const places = [
      [0.05, 0.5],
      [0.95, 0.5],
      [0.3, 0.05],
      [0.7, 0.05],
      [0.5, 0.45],
    ] as const
    expect(await training.coloursOf(tall, places)).toEqual([PINK, PINK, RED, RED, GREEN])
  })

  it('is drawn at its size from what it is made of, however small that is', async () => {
    const tiny = await training.one(`
      const tiny = frame(PINK, 0, 0, 16, 16)
      const dot = place(figma.createEllipse(), 4, 4, 8, 8, tiny)
      dot.fills = RED
      return tiny`)
    const row = Array.from({ length: 1024 }, (_, at) => [(at + 0.5) / 1024, 0.4] as const)
    const colours = await training.coloursOf(tiny, row)
    const blurred = colours.filter(([, green]) => green !== 0 && green !== PINK[1])
    // Its edge is a pixel or two wide where it was drawn, and dozens where 16 pixels were enlarged.
    expect(blurred.length).toBeLessThan(8)
    expect(colours.filter(([, green]) => green === 0).length).toBeGreaterThan(460)
  })

  it.each([
    ['close around the figure', 'figure', [RED, RED, RED]],
    ['the middle, cut to the shorter side', 'square', [WHITE, WHITE, RED]],
    ['all of it', 'whole', [WHITE, WHITE, RED]],
  ] as const)('can be %s', async (_, fit, colours) => {
    const wide = await training.one(`
      const wide = frame(paint(1, 1, 1), 0, 0, 400, 200)
      shape(paint(1, 1, 1), 0, 0, 400, 200, wide)
      shape(RED, 180, 80, 40, 40, wide)
      return wide`)
    const places = [
      [0.1, 0.1],
      [0.9, 0.9],
      [0.5, 0.5],
    ] as const
    expect(await training.coloursOf(wide, places, { fit })).toEqual(colours)
  })

  it('cuts the sides and keeps the height of a wide frame when it fills the square', async () => {
    const wide = await training.one(`
      const wide = frame(PINK, 0, 0, 400, 200)
      shape(RED, 0, 0, 99, 200, wide)
      shape(GREEN, 100, 0, 20, 200, wide)
      return wide`)
    expect(await training.coloursOf(wide, [[0.02, 0.5]])).toEqual([RED])
    expect(await training.coloursOf(wide, [[0.02, 0.5]], { fit: 'square' })).toEqual([GREEN])
  })

  it.each([
    [
      'a group',
      `return figma.group([shape(RED, 500, 500, 30, 80), shape(GREEN, 530, 500, 20, 80)], figma.currentPage)`,
      [WHITE, RED],
    ],
    [
      'a component',
      `const made = place(figma.createComponent(), 0, 0, 80, 80); made.fills = PINK; shape(RED, 30, 30, 20, 20, made); return made`,
      [PINK, RED],
    ],
    [
      'an instance',
      `const made = place(figma.createComponent(), 0, 0, 80, 80); made.fills = PINK; shape(RED, 30, 30, 20, 20, made); return made.createInstance()`,
      [PINK, RED],
    ],
    [
      'a section',
      `const made = place(figma.createSection(), 900, 100, 300, 200); made.fills = PINK; const inner = place(figma.createSection(), 100, 50, 100, 100, made); inner.fills = GREEN; shape(RED, 30, 30, 40, 40, inner); return made`,
      [PINK, RED],
    ],
    [
      'a set of variants',
      `const all = ['A=1', 'A=2', 'A=3'].map((name, at) => { const made = place(figma.createComponent(), at * 100, 0, 80, 80); made.name = name; made.fills = at === 1 ? RED : GREEN; return made }); return figma.combineAsVariants(all, figma.currentPage)`,
      [WHITE, RED],
    ],
    [
      'a locked layer',
      `const made = shape(RED, 0, 0, 80, 80); made.locked = true; return made`,
      [RED, RED],
    ],
    [
      'a layer that is turned',
      `const made = frame(PINK, 0, 0, 80, 80); shape(RED, 30, 30, 20, 20, made); made.rotation = 30; return made`,
      [PINK, RED],
    ],
    [
      'a layer of a locked frame in a section',
      `const made = place(figma.createSection(), 70, 70, 400, 400); const outer = frame(GREEN, 10, 10, 300, 300, made); outer.locked = true; const inner = frame(PINK, 20, 20, 80, 80, outer); shape(RED, 30, 30, 20, 20, inner); return inner`,
      [PINK, RED],
    ],
    [
      'a layer of an instance',
      `const made = place(figma.createComponent(), 0, 0, 200, 200); made.fills = BLUE; shape(RED, 30, 30, 90, 90, made); return made.createInstance().children[0]`,
      [RED, RED],
    ],
    [
      'a frame of 10,000 pixels',
      `const made = frame(PINK, 0, 0, 10_000, 10_000); shape(RED, 4000, 4000, 2000, 2000, made); return made`,
      [PINK, RED],
    ],
  ])('can be of %s', async (_, snippet, colours) => {
    const [corner] = CORNERS
    expect(await training.coloursOf(await training.one(snippet), [corner, ...MIDDLE])).toEqual(
      colours,
    )
  })

  it('has words that stay in as they stand, also when their font is missing here', async () => {
    const made = await training.one(`
      const made = frame(PINK, 0, 0, 200, 200)
      shape(RED, 90, 90, 20, 20, made)
      await write('Rosa', 20, 20, made)
      return made`)
    const keepWords = { leaveOut: [] }
    const before = await training.render(made, keepWords)
    const { manifest } = training.host.state
    const snapshot = training.host.snapshot()
    const nodes = snapshot.nodes.map((node) =>
      node.type === 'TEXT'
        ? {
            ...node,
            properties: { ...node.properties, fontName: { family: 'Hers', style: 'Bold' } },
          }
        : node,
    )
    training.close()
    const host = createTestHost({ manifest, snapshot: { ...snapshot, nodes } })
    const missing = await openTraining(await openPlugin({ host }))
    const places = [CORNERS[1], ...MIDDLE]
    expect(await missing.coloursOf(made, places, keepWords)).toEqual([PINK, RED])
    expect((await missing.inspect(made, keepWords)).problem).toBeNull()
    expect((await missing.render(made)).length).toBeLessThan(before.length)
  })

  it('is the same bytes again, and of any size that is asked for', async () => {
    const node = await training.one(
      `const made = frame(PINK, 0, 0, 80, 80); shape(RED, 30, 30, 20, 20, made); return made`,
    )
    expect(await training.render(node)).toEqual(await training.render(node))
    const { bytes } = await training.canvas.renderPiece({
      plan: await training.planOf(node),
      side: 256,
    })
    expect(new DataView(bytes.buffer).getUint32(16)).toBe(256)
  })
})
