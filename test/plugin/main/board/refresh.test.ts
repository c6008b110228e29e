import { beforeEach, describe, expect, it } from 'vitest'
import { jobId } from '../make-recipe.ts'
import type { OpenBoards } from './open-board.ts'
import { openBoards } from './open-board.ts'

let plugin: OpenBoards
beforeEach(async () => {
  plugin = await openBoards()
})

const refresh = (layout: 'row' | 'grid' = 'row') =>
  plugin.canvas.refreshBoard({ node: plugin.board().id, layout })
const star = { pictures: [{ job: jobId(), index: 0 }], mark: { kind: 'star' } } as const
const onBoard = (code: string): Promise<unknown> =>
  plugin.script(`
    await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    const board = await figma.getNodeByIdAsync('${plugin.board().id}')
    ${code}`)

describe('refreshing a board', () => {
  it('shows the originals as they are now, in one undo step', async () => {
    const [first = '', ...others] = await plugin.draftRow(3)
    await plugin.make([first, ...others])
    const before = plugin.board()
    await plugin.script(`
      const draft = await figma.getNodeByIdAsync('${first}')
      draft.fills = [{ type: 'SOLID', color: { r: 1, g: 0, b: 0 } }]`)
    await plugin.canvas.mark({ ...star, pictures: [{ job: jobId(), index: 1 }] })
    const depth = plugin.host.undoDepth()
    expect(await refresh()).toEqual({ node: before.id, leftOut: [] })
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    expect(plugin.tiles()[0]!.fills).toMatchObject([{ type: 'solid', r: 1 }])
    expect(plugin.captions()).toEqual(['seed 100', '★ seed 101', 'seed 102'])
    expect(plugin.board()).toMatchObject({ x: before.x, y: before.y })
    plugin.host.person.undo()
    expect(plugin.tiles()[0]!.fills).toMatchObject([{ type: 'image' }])
  })

  it('works after the plugin was closed, on a copy of the board, and in another layout', async () => {
    await plugin.make(await plugin.draftRow(4))
    const [copy = ''] = plugin.host.person.duplicate([plugin.board().id])
    plugin.host.person.remove([plugin.board().id])
    plugin.close()
    const again = await openBoards(plugin.host)
    await again.canvas.refreshBoard({ node: copy, layout: 'grid' })
    const places = again.tiles().map(({ x, y }) => [x, y])
    expect(places).toHaveLength(4)
    expect(new Set(places.map(([x]) => x)).size).toBe(2)
    again.host.person.select([copy])
    expect((await again.canvas.open()).selection.layers[0]).toMatchObject({
      role: null,
      board: { node: copy, layout: 'grid', moves: false },
    })
  })

  it('keeps what is hers: notes beside and on the frames, and captions that she wrote', async () => {
    await plugin.make(await plugin.draftRow(3))
    const note = plugin.host.person.addFrame({
      name: 'Note',
      x: -300,
      y: -800,
      width: 90,
      height: 40,
    })
    const words = String(
      await onBoard(`
        const [tile] = board.children.filter(({ type }) => type === 'FRAME')
        const drawn = figma.createEllipse()
        drawn.name = 'Circle'
        tile.appendChild(drawn)
        drawn.x = 40
        const words = figma.createText()
        board.appendChild(words)
        words.characters = 'I like this hand'
        words.x = tile.x + 10
        words.y = tile.y - 18
        const caption = board.children.find((node) => node.type === 'TEXT' && node.characters === 'seed 101')
        caption.characters = 'hers'
        return words.id`),
    )
    await plugin.script(
      `(await figma.getNodeByIdAsync('${plugin.topNodes()[0]!.id}')).rescale(0.5)`,
    )
    await refresh()
    expect(plugin.item(note)).toMatchObject({ x: -300, y: -800 })
    const [tile] = plugin.tiles()
    expect(tile!.children).toMatchObject([{ name: 'Circle', x: 40 }])
    expect(plugin.item(words)).toMatchObject({ x: tile!.x + 10, y: tile!.y - 18 })
    expect(
      plugin
        .captions()
        .filter((text) => text !== 'I like this hand')
        .sort(),
    ).toEqual(['hers', 'seed 100', 'seed 102'])
  })

  it('takes notes along with the frames that they are nearest to, and keeps them off the pictures', async () => {
    const drafts = () => plugin.tiles().filter(({ name }) => name.startsWith('woman'))
    await plugin.make(await plugin.draftRow(4))
    const last = drafts()[3]!
    const [beside, wide] = (await onBoard(`
      const note = (x, y, width, height) => {
        const frame = figma.createFrame()
        board.appendChild(frame)
        frame.resize(width, height)
        frame.x = x
        frame.y = y
        return frame.id
      }
      return [note(${last.x + 10}, ${last.y - 30}, 60, 20), note(${last.x + 100}, 5, 900, 20)]`)) as string[]
    await refresh('grid')
    const moved = drafts()[3]!
    expect(moved.y).toBeGreaterThan(last.y)
    expect(plugin.item(beside!)).toMatchObject({ x: moved.x + 10, y: moved.y - 30 })
    const note = plugin.item(wide!)
    for (const { x, y, width, height } of drafts()) {
      const isOver =
        note.x < x + width && x < note.x + 900 && note.y < y + height && y < note.y + 20
      expect(isOver).toBe(false)
    }
    expect(plugin.board().width).toBeGreaterThan(note.x + note.width)
  })

  it('takes in a draft that she dragged onto it, itself and in its size', async () => {
    const [first = '', second = '', third = ''] = await plugin.draftRow(3)
    await plugin.make([first, second])
    await onBoard(`board.appendChild(await figma.getNodeByIdAsync('${third}'))`)
    await refresh()
    expect(plugin.captions().sort()).toEqual(['seed 100', 'seed 101', 'seed 102'])
    expect(plugin.tiles().map(({ id }) => id)).toContain(third)
    const lefts = plugin.tiles().map(({ x }) => x)
    expect(new Set(lefts).size).toBe(3)
    await refresh()
    expect(plugin.tiles().map(({ id }) => id)).toContain(third)
  })

  it('leaves off what she took off, and keeps the copy of an original that is gone', async () => {
    const [first = ''] = await plugin.draftRow(3)
    await plugin.make(plugin.topNodes().map(({ id }) => id))
    plugin.host.person.remove([plugin.tiles()[1]!.id])
    plugin.host.person.remove([first])
    await refresh()
    expect(plugin.captions()).toEqual(['seed 100', 'seed 102'])
    expect(plugin.tiles()).toHaveLength(2)
    plugin.host.person.undo()
    plugin.host.person.undo()
    await refresh()
    expect(plugin.captions()).toEqual(['seed 100', 'seed 102'])
  })

  it('moves a board that would cover something out of its way', async () => {
    await plugin.make(await plugin.draftRow(4))
    const { x, y, width, height } = plugin.board()
    const below = { name: 'Below', x, y: y + height + 10, width: 300, height: 300 }
    const note = plugin.host.person.addFrame(below)
    await refresh('grid')
    const board = plugin.board()
    expect(board.width).toBeLessThan(width)
    const isApart =
      board.y >= y + height + 310 || board.x >= x + 300 || board.y + board.height <= below.y
    expect(isApart).toBe(true)
    expect(plugin.item(note)).toMatchObject({ x, y: below.y })
  })

  it('stays where notes of hers reach over its edge', async () => {
    await plugin.make(await plugin.draftRow(2))
    const { x, y, width } = plugin.board()
    const note = { name: 'Arrow', x: x + width - 20, y: y + 10, width: 200, height: 30 }
    plugin.host.person.addFrame(note)
    await refresh()
    expect(plugin.board()).toMatchObject({ x, y })
  })

  it('refuses in words a board that is gone, locked or empty', async () => {
    await plugin.make(await plugin.draftRow(2))
    const { id } = plugin.board()
    plugin.host.person.setLocked(id, true)
    await expect(refresh()).rejects.toThrow('The board is locked.')
    plugin.host.person.setLocked(id, false)
    plugin.host.person.remove(plugin.tiles().map((tile) => tile.id))
    await expect(refresh()).rejects.toThrow('nothing left on this board')
    plugin.host.person.remove([id])
    await expect(plugin.canvas.refreshBoard({ node: id, layout: 'row' })).rejects.toThrow(
      'not in the file any more',
    )
  })

  it('lays a board of moved frames anew without copying or resizing them', async () => {
    const drafts = await plugin.draftRow(3)
    await plugin.make(drafts, 'row', true)
    await refresh('grid')
    expect(plugin.tiles().map(({ id, width }) => [id, width])).toEqual(
      drafts.map((id) => [id, 512]),
    )
    expect(plugin.topNodes()).toHaveLength(1)
  })
})
