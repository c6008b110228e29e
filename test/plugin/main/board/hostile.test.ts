import { beforeEach, describe, expect, it } from 'vitest'
import type { BoardItem, BoardLayout } from '../../../../shared/board.ts'
import { createTestHost } from '../../../studio/create-test-host.ts'
import type { OpenBoards } from './open-board.ts'
import { openBoards } from './open-board.ts'

let plugin: OpenBoards
beforeEach(async () => {
  plugin = await openBoards()
})

describe('hostile frames', () => {
  it('of any name and size are equally large and named in one line', async () => {
    const long = `<script>alert(1)</script>\n${'x'.repeat(5000)}`
    const at = (name: string, x: number, side: number) =>
      plugin.host.person.addFrame({ name, x, y: 0, width: side, height: side })
    const nodes = [
      at(long, 0, 16),
      at('', 100, 4096),
      at('   ', 5000, 300),
      at('\u202Ename', 6000, 64),
    ]
    await plugin.make(nodes, 'grid')
    expect(plugin.tiles().map(({ width }) => Math.round(width))).toEqual([256, 256, 256, 256])
    expect(plugin.captions()[0]).toMatch(/^<script>alert\(1\)<\/script> x+…$/)
    expect(plugin.captions().slice(1)).toEqual(['Frame', 'Frame', '\u202Ename'])
  })

  it('that are turned, nested, in auto-layout or in a component are shown as they lie on the page', async () => {
    const ids = (await plugin.script(`
      const turned = figma.createFrame()
      turned.resize(200, 100)
      turned.rotation = 30
      const stack = figma.createFrame()
      stack.x = 500
      stack.layoutMode = 'VERTICAL'
      const held = figma.createRectangle()
      stack.appendChild(held)
      const holder = figma.createFrame()
      holder.x = 900
      holder.rotation = 90
      const inner = figma.createRectangle()
      holder.appendChild(inner)
      inner.resize(80, 40)
      const component = figma.createComponent()
      component.x = 1400
      component.appendChild(figma.createRectangle())
      const instance = component.createInstance()
      instance.x = 1700
      return [turned, held, inner, component, instance.children[0]].map(({ id }) => id)`)) as string[]
    const before = plugin.topNodes()
    await plugin.make(ids, 'row')
    expect(plugin.topNodes().slice(0, -1)).toEqual(before)
    const copies = plugin.tiles()
    expect(copies.map(({ type }) => type)).toEqual([
      'FRAME',
      'RECTANGLE',
      'RECTANGLE',
      'INSTANCE',
      'RECTANGLE',
    ])
    const byName = await plugin.script(`
      const board = await figma.getNodeByIdAsync('${plugin.board().id}')
      return board.children.filter(({ type }) => type !== 'TEXT').map((node) => [Math.round(node.rotation), node.absoluteBoundingBox])`)
    expect((byName as [number, unknown][]).map(([rotation]) => rotation)).toContain(30)
    expect((byName as [number, unknown][]).map(([rotation]) => rotation)).toContain(90)
  })

  it('that are locked or hidden are copied so that they can be seen and touched', async () => {
    const ids = (await plugin.script(`
      const [locked, hidden] = [figma.createFrame(), figma.createFrame()]
      hidden.x = 300
      locked.locked = true
      hidden.visible = false
      return [locked.id, hidden.id]`)) as string[]
    await plugin.make(ids)
    expect(plugin.tiles().map(({ locked, visible }) => [locked, visible])).toEqual([
      [false, true],
      [false, true],
    ])
  })

  it('that cannot move are named with the reason, and the others go', async () => {
    const ids = (await plugin.script(`
      const stack = figma.createFrame()
      stack.layoutMode = 'VERTICAL'
      const nodes = Array.from({ length: 7 }, (_, at) => {
        const node = figma.createRectangle()
        node.name = 'n' + at
        node.x = 300 * at
        return node
      })
      stack.appendChild(nodes[0])
      nodes[1].locked = true
      nodes[2].visible = false
      const component = figma.createComponent()
      component.appendChild(nodes[3])
      const instance = component.createInstance()
      nodes[4].remove()
      return [nodes[0].id, nodes[1].id, nodes[2].id, nodes[3].id, instance.children[0].id, nodes[4].id, nodes[5].id, nodes[6].id]`)) as string[]
    const items = ids.map((node): BoardItem => ({ node, role: 'own' }))
    const { leftOut } = await plugin.canvas.makeBoard({ items, layout: 'row', moves: true })
    expect(leftOut).toEqual([
      '“n0” is held by auto-layout. Copy it instead.',
      '“n1” is locked. Unlock it, or copy it instead.',
      '“n2” is hidden. Show it, or copy it instead.',
      '“n3” is part of a component, which would change everywhere. Copy it instead.',
      '“n3” is part of an instance and stays there. Copy it instead.',
      'A layer is no longer in the file.',
    ])
    expect(plugin.tiles().map(({ name }) => name)).toEqual(['n5', 'n6'])
  })

  it('that have no scale are pictures: sections', async () => {
    const ids = (await plugin.script(`
      const section = figma.createSection()
      section.resizeWithoutConstraints(400, 400)
      const frame = figma.createFrame()
      frame.x = 600
      frame.name = 'Plain'
      return [section.id, frame.id]`)) as string[]
    await plugin.make(ids)
    const inside = plugin.board().children.filter(({ type }) => type !== 'TEXT')
    expect(inside.map(({ type, fills }) => [type, fills[0]?.type])).toEqual([
      ['RECTANGLE', 'image'],
      ['FRAME', 'solid'],
    ])
  })

  it('with text whose font is missing are pictures, so that it is not set anew', async () => {
    await plugin.script(`
      const frame = figma.createFrame()
      frame.appendChild(figma.createText())
      const other = figma.createFrame()
      other.x = 300`)
    const snapshot = plugin.host.snapshot()
    const nodes = snapshot.nodes.map((node) =>
      node.type === 'TEXT'
        ? { ...node, properties: { fontName: { family: 'Hers', style: 'Regular' } } }
        : node,
    )
    const { manifest } = plugin.host.state
    plugin.close()
    const host = createTestHost({ manifest, snapshot: { ...snapshot, nodes } })
    const missing = await openBoards(host)
    await missing.make(missing.topNodes().map(({ id }) => id))
    expect(missing.tiles().map(({ type, fills }) => [type, fills[0]?.type])).toEqual([
      ['RECTANGLE', 'image'],
      ['FRAME', 'solid'],
    ])
  })

  it('that go away during the press are left out', async () => {
    const [first = '', ...others] = await plugin.draftRow(3)
    const items = [first, ...others].map((node): BoardItem => ({ node, role: 'draft' }))
    const making = plugin.canvas.makeBoard({ items, layout: 'row', moves: false })
    plugin.host.person.remove([first])
    await making
    expect(plugin.tiles()).toHaveLength(2)
    plugin.host.person.remove(others.slice(1))
    const again = plugin.canvas.makeBoard({ items, layout: 'row', moves: false })
    await expect(again).rejects.toThrow('A layer is no longer in the file.')
  })

  it('are refused in words when there are too few, too many, or none to put the others beside', async () => {
    const depth = plugin.host.undoDepth()
    const own = (count: number) =>
      Array.from({ length: count }, (_, at): BoardItem => ({ node: `9:${at}`, role: 'own' }))
    const ask = (items: BoardItem[], layout: BoardLayout = 'row') =>
      plugin.canvas.makeBoard({ items, layout, moves: false })
    await expect(ask([])).rejects.toThrow('Select at least two frames')
    await expect(ask(own(1))).rejects.toThrow('no longer in the file')
    await expect(ask(own(65))).rejects.toThrow('A board holds 64 frames at most.')
    expect(plugin.host.undoDepth()).toBe(depth)
    const drafts = await plugin.draftRow(2)
    await expect(plugin.make(drafts, 'against-reference')).rejects.toThrow('There is no reference')
    await expect(plugin.make(drafts, 'against-finished')).rejects.toThrow(
      'There is no finished work',
    )
    expect(plugin.topNodes()).toHaveLength(2)
  })
})
