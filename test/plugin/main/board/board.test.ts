import { beforeEach, describe, expect, it } from 'vitest'
import { READABLE } from '../../../../plugin/main/board/readable.ts'
import { MARGIN } from '../../../../plugin/main/canvas/place-row.ts'
import { jobId } from '../make-recipe.ts'
import type { OpenBoards } from './open-board.ts'
import { openBoards } from './open-board.ts'

let plugin: OpenBoards
beforeEach(async () => {
  plugin = await openBoards()
})

describe('a board', () => {
  it('shows the reference, the drafts and the finished work, copied, captioned and on one line', async () => {
    const drafts = await plugin.draftRow()
    const photo = await plugin.addPhoto()
    const finished = await plugin.addFinished()
    const before = plugin.topNodes()
    const depth = plugin.host.undoDepth()
    const { node, leftOut } = await plugin.make([...drafts, finished, photo])
    expect(leftOut).toEqual([])
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    const section = plugin.board()
    expect(section.id).toBe(node)
    expect(section.name).toBe('Board · woman with glasses')
    expect(plugin.tiles().map(({ name }) => name.split(' · ')[0])).toEqual([
      'Customer photo',
      'woman with glasses',
      'woman with glasses',
      'woman with glasses',
      'Figurine',
    ])
    expect(plugin.captions()).toEqual(['Reference', 'seed 100', 'seed 101', 'seed 102', 'Finished'])
    const bottoms = plugin.tiles().map(({ y, height }) => Math.round(y + height))
    expect(new Set(bottoms).size).toBe(1)
    expect(plugin.topNodes().slice(0, -1)).toEqual(before)
    const right = Math.max(...before.map(({ x, width }) => x + width))
    expect(section).toMatchObject({ x: right + MARGIN, y: Math.min(...before.map(({ y }) => y)) })

    plugin.host.person.undo()
    expect(plugin.topNodes()).toEqual(before)
  })

  it('makes everything look equally large: the same area', async () => {
    const drafts = await plugin.draftRow(2)
    const photo = await plugin.addPhoto()
    await plugin.make([photo, ...drafts])
    const areas = plugin.tiles().map(({ width, height }) => Math.round(Math.sqrt(width * height)))
    expect(areas).toEqual([512, 512, 512])
  })

  it('keeps its words readable while it is in view as it was opened', async () => {
    const drafts = await plugin.draftRow(4, 1024)
    await plugin.make(drafts, 'grid')
    const { zoom } = plugin.host.viewport.get()
    for (const { text } of plugin.board().children)
      if (text !== null) expect(text.fontSize * zoom).toBeGreaterThanOrEqual(READABLE - 0.01)
  })

  it('puts each frame beside the reference, or beside the finished work', async () => {
    const drafts = await plugin.draftRow(2)
    const photo = await plugin.addPhoto()
    const finished = await plugin.addFinished()
    await plugin.make([...drafts, photo, finished], 'against-reference')
    expect(plugin.captions()).toEqual(['Reference', 'seed 100', 'seed 101', 'Finished'])
    const spans = plugin.tiles().map(({ x, width }) => [x, x + width] as const)
    const gaps = spans.slice(1).map(([left], at) => left - spans[at]![1])
    const [within = 0, between = 0] = gaps.filter((gap) => gap > 0)
    expect(plugin.tiles()).toHaveLength(6)
    expect(within).toBeLessThan(between / 4)
    plugin.host.person.undo()
    await plugin.make([...drafts, photo, finished], 'against-finished')
    expect(plugin.captions()).toEqual(['Reference', 'Finished', 'seed 100', 'seed 101'])
  })

  it('moves the frames themselves when she wants that, in their own sizes, and remembers it', async () => {
    const drafts = await plugin.draftRow(2)
    const photo = await plugin.addPhoto()
    await plugin.make([photo, ...drafts], 'grid', true)
    expect(plugin.topNodes()).toHaveLength(1)
    expect(plugin.tiles().map(({ id }) => id)).toEqual([photo, ...drafts])
    expect(plugin.tiles().map(({ width }) => width)).toEqual([600, 512, 512])
    expect((await plugin.canvas.open()).board).toEqual({ layout: 'grid', moves: true })
    plugin.host.person.undo()
    expect(plugin.topNodes()).toHaveLength(3)
  })

  it('says what she thinks of a draft by a glyph, a word and the kind of line around it', async () => {
    const drafts = await plugin.draftRow(3)
    await plugin.canvas.mark({ pictures: [{ job: jobId(), index: 0 }], mark: { kind: 'star' } })
    const reject = { kind: 'reject', reason: 'hands' } as const
    await plugin.canvas.mark({ pictures: [{ job: jobId(), index: 1 }], mark: reject })
    await plugin.make(drafts)
    expect(plugin.captions()).toEqual(['★ seed 100', '✕ hands\nseed 101', 'seed 102'])
    const rings = plugin
      .board()
      .children.filter(({ strokes, fills }) => strokes.length > 0 && fills.length === 0)
    expect(rings.map(({ name, dashPattern }) => [name, dashPattern.length])).toEqual([
      ['★', 0],
      ['✕ hands', 2],
    ])
    expect(new Set(rings.map(({ strokes }) => JSON.stringify(strokes))).size).toBe(1)
  })

  it('says what she thinks of a draft that lies on it at once, in the same undo step', async () => {
    await plugin.make(await plugin.draftRow(2))
    const caption = plugin.board().children.find(({ text }) => text?.characters === 'seed 101')!
    plugin.host.person.select([caption.id])
    const depth = plugin.host.undoDepth()
    await plugin.canvas.mark({ pictures: [{ job: jobId(), index: 1 }], mark: { kind: 'star' } })
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    expect(plugin.captions()).toEqual(['seed 100', '★ seed 101'])
    expect(plugin.board().children.filter(({ name }) => name === '★')).toHaveLength(1)
    expect(plugin.host.scene().selection).toEqual([caption.id])
    await plugin.canvas.mark({ pictures: [{ job: jobId(), index: 1 }], mark: null })
    expect(plugin.captions()).toEqual(['seed 100', 'seed 101'])
    expect(plugin.board().children).toHaveLength(4)
  })

  it('gives the recipe of a frame when it, or its caption, is selected', async () => {
    const drafts = await plugin.draftRow(2)
    await plugin.make(drafts)
    const [first, , caption] = [
      ...plugin.tiles(),
      ...plugin.board().children.filter(({ text }) => text !== null),
    ]
    for (const { id } of [first!, caption!]) {
      plugin.host.person.select([id])
      const [layer] = (await plugin.canvas.open()).selection.layers
      expect(layer).toMatchObject({
        recipe: { settings: { seed: 100 } },
        board: { node: plugin.board().id },
      })
    }
  })

  it('never lies on anything', async () => {
    const drafts = await plugin.draftRow(2)
    plugin.host.person.addFrame({ name: 'Notes', x: 1200, y: -300, width: 500, height: 3000 })
    await plugin.make(drafts)
    const { x, y, width, height } = plugin.board()
    for (const other of plugin.topNodes().slice(0, -1)) {
      const isApart =
        other.x >= x + width ||
        other.x + other.width <= x ||
        other.y >= y + height ||
        other.y + other.height <= y
      expect(isApart).toBe(true)
    }
  })
})
