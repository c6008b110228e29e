import { beforeEach, describe, expect, it } from 'vitest'
import { GAP, HEADROOM, MARGIN } from '../../../../plugin/main/canvas/place-row.ts'
import { jobId } from '../make-recipe.ts'
import type { Drafts } from './open-drafts.ts'
import { openDrafts, size } from './open-drafts.ts'

let plugin: Drafts['plugin']
let draftRow: Drafts['draftRow']
let select: Drafts['select']
let topNodes: Drafts['topNodes']
beforeEach(async () => {
  ;({ plugin, draftRow, select, topNodes } = await openDrafts())
})

describe('a row under its parent', () => {
  const label = 'red → blue'
  const under = (node: string) =>
    plugin.canvas.reserve({ ...size, job: jobId('b'), count: 2, under: { node, label } })

  it('goes under the draft, with a thin label between, in one undo step', async () => {
    const [first = ''] = await draftRow()
    const parent = plugin.item(first)
    const depth = plugin.host.undoDepth()
    const { placeholders } = await under(first)
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    const [left, right] = placeholders.map(({ node }) => plugin.item(node))
    const text = topNodes().find(({ type }) => type === 'TEXT')!
    expect(text).toMatchObject({ text: { characters: label }, x: parent.x })
    expect(text.y).toBeGreaterThanOrEqual(parent.y + parent.height + GAP)
    expect(left!.x).toBe(parent.x)
    expect(right!.x).toBe(parent.x + 512 + GAP)
    expect(left!.y).toBeGreaterThanOrEqual(text.y + text.height + HEADROOM - 1)
    plugin.host.person.undo()
    expect(topNodes().map(({ id }) => id)).toHaveLength(2)
  })

  it('goes further down past what is in the way, never aside', async () => {
    const [first = ''] = await draftRow()
    const parent = plugin.item(first)
    plugin.host.person.addFrame({
      name: 'Notes',
      x: parent.x,
      y: parent.y + 700,
      width: 300,
      height: 300,
    })
    const { placeholders } = await under(first)
    const left = plugin.item(placeholders[0]!.node)
    expect(left.x).toBe(parent.x)
    expect(left.y).toBeGreaterThan(parent.y + 1000)
  })

  it('goes beside the selection when the draft is gone', async () => {
    const [first = ''] = await draftRow()
    const photo = { name: 'Photo', x: 2000, y: 0, width: 300, height: 300 }
    plugin.host.person.select([plugin.host.person.addFrame(photo)])
    await plugin.script(`(await figma.getNodeByIdAsync('${first}')).remove()`)
    const { placeholders } = await under(first)
    expect(plugin.item(placeholders[0]!.node).x).toBe(2300 + MARGIN)
  })

  it('takes its label away when nothing came of it', async () => {
    const [first = ''] = await draftRow()
    await under(first)
    const pictures = [0, 1].map((index) => ({ job: jobId('b'), index }))
    await plugin.canvas.release({ pictures: pictures.slice(0, 1) })
    expect(topNodes().filter(({ type }) => type === 'TEXT')).toHaveLength(1)
    await plugin.canvas.release({ pictures })
    expect(topNodes().filter(({ type }) => type === 'TEXT')).toHaveLength(0)
  })
})

describe('marks', () => {
  const pictures = [{ job: jobId(), index: 0 }]
  const NAME = 'woman with glasses · seed 100 · sample'

  it('stand in the name, by glyph and word, and come off again, each in one undo step', async () => {
    const [first = ''] = await draftRow()
    const depth = plugin.host.undoDepth()
    await plugin.canvas.mark({ pictures, mark: { kind: 'star' } })
    expect(plugin.item(first).name).toBe(`★ · ${NAME}`)
    await plugin.canvas.mark({ pictures, mark: { kind: 'reject', reason: 'hands' } })
    expect(plugin.item(first).name).toBe(`✕ hands · ${NAME}`)
    expect(plugin.host.undoDepth()).toBe(depth + 2)
    plugin.host.person.undo()
    expect(await select(first)).toMatchObject({ mark: { kind: 'star' }, name: `★ · ${NAME}` })
    await plugin.canvas.mark({ pictures, mark: null })
    expect(plugin.item(first).name).toBe(NAME)
  })

  it('keep a name that she gave', async () => {
    const [first = ''] = await draftRow()
    await plugin.script(`(await figma.getNodeByIdAsync('${first}')).name = 'Order 12'`)
    await plugin.canvas.mark({ pictures, mark: { kind: 'star' } })
    expect(plugin.item(first).name).toBe('★ · Order 12')
  })

  it('go on every copy of the picture', async () => {
    const [first = ''] = await draftRow()
    const copy = String(
      await plugin.script(`return (await figma.getNodeByIdAsync('${first}')).clone().id`),
    )
    await plugin.canvas.mark({ pictures, mark: { kind: 'star' } })
    expect(plugin.item(copy).name).toMatch(/^★/)
    expect(await select(copy)).toMatchObject({ mark: { kind: 'star' } })
  })

  it('of a picture that is not in the file change nothing', async () => {
    const depth = plugin.host.undoDepth()
    await plugin.canvas.mark({ pictures, mark: { kind: 'star' } })
    expect(plugin.host.undoDepth()).toBe(depth)
  })
})
