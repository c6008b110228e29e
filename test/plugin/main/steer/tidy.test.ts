import { beforeEach, describe, expect, it } from 'vitest'
import { GAP, HEADROOM } from '../../../../plugin/main/canvas/place-row.ts'
import { jobId } from '../make-recipe.ts'
import type { Drafts } from './open-drafts.ts'
import { openDrafts } from './open-drafts.ts'

let plugin: Drafts['plugin']
let draftRow: Drafts['draftRow']
let topNodes: Drafts['topNodes']
beforeEach(async () => {
  ;({ plugin, draftRow, topNodes } = await openDrafts())
})

describe('tidying', () => {
  const reject = (index: number) =>
    plugin.canvas.mark({
      pictures: [{ job: jobId(), index }],
      mark: { kind: 'reject', reason: 'face' },
    })

  it('says how many rejects lie about', async () => {
    await draftRow(jobId(), 3)
    await reject(0)
    await reject(1)
    await expect.poll(() => plugin.heard('rejectsChanged').at(-1), { interval: 5 }).toBe(2)
    await plugin.canvas.tidy({ how: 'fold' })
    await expect.poll(() => plugin.heard('rejectsChanged').at(-1), { interval: 5 }).toBe(0)
  })

  it('folds rejects, made small, into one row; one undo brings them back', async () => {
    const frames = await draftRow(jobId(), 4)
    await reject(1)
    await reject(3)
    const before = plugin.host.scene().nodes
    const depth = plugin.host.undoDepth()
    expect(await plugin.canvas.tidy({ how: 'fold' })).toEqual({ count: 2 })
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    const section = topNodes().find(({ type }) => type === 'SECTION')!
    expect(section.name).toBe('Rejected drafts')
    expect(section.children.map(({ id, width, height }) => [id, width, height])).toEqual([
      [frames[1], 192, 192],
      [frames[3], 192, 192],
    ])
    expect(section).toMatchObject({ width: 2 * 192 + 3 * GAP, height: HEADROOM + 192 + GAP })
    expect(section.y).toBeGreaterThanOrEqual(plugin.item(frames[0]!).y + 512)
    plugin.host.person.undo()
    expect(plugin.host.scene().nodes).toEqual(before)
  })

  it('adds later rejects to the same row, which moves down when it grows into something', async () => {
    await draftRow(jobId(), 4)
    await reject(0)
    await plugin.canvas.tidy({ how: 'fold' })
    const { x, y, width, height } = topNodes().find(({ type }) => type === 'SECTION')!
    const notes = { name: 'Notes', x: x + width + GAP, y, width: 300, height }
    plugin.host.person.addFrame(notes)
    await reject(2)
    await plugin.canvas.tidy({ how: 'fold' })
    const sections = topNodes().filter(({ type }) => type === 'SECTION')
    expect(sections.map(({ children }) => children.length)).toEqual([2])
    expect(sections[0]!.y).toBeGreaterThanOrEqual(notes.y + notes.height + GAP)
  })

  it('lets a draft that is rejected no more out of the row, as large as it was', async () => {
    const frames = await draftRow(jobId(), 4)
    await reject(0)
    await reject(1)
    await plugin.canvas.tidy({ how: 'fold' })
    const depth = plugin.host.undoDepth()
    const star = { kind: 'star' } as const
    await plugin.canvas.mark({ pictures: [{ job: jobId(), index: 0 }], mark: star })
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    const section = topNodes().find(({ type }) => type === 'SECTION')!
    expect(section.children.map(({ id }) => id)).toEqual([frames[1]])
    expect(plugin.item(frames[0]!)).toMatchObject({ width: 512, height: 512 })
    expect(plugin.item(frames[0]!).y).toBeGreaterThanOrEqual(section.y + section.height)
    await plugin.canvas.mark({ pictures: [{ job: jobId(), index: 1 }], mark: null })
    expect(topNodes().some(({ type }) => type === 'SECTION')).toBe(false)
  })

  it('takes rejects away, and leaves stars, locked ones and copies', async () => {
    const frames = await draftRow(jobId(), 4)
    for (const index of [0, 1, 2]) await reject(index)
    await plugin.canvas.mark({ pictures: [{ job: jobId(), index: 3 }], mark: { kind: 'star' } })
    await plugin.script(`(await figma.getNodeByIdAsync('${frames[1]}')).locked = true`)
    await plugin.script(`(await figma.getNodeByIdAsync('${frames[2]}')).clone()`)
    expect(await plugin.canvas.tidy({ how: 'remove' })).toEqual({ count: 2 })
    const left = topNodes().map(({ id }) => id)
    expect(left).toHaveLength(3)
    expect(left).toEqual(expect.arrayContaining([frames[1], frames[3]]))
  })

  it('does nothing where nothing is rejected', async () => {
    await draftRow()
    const depth = plugin.host.undoDepth()
    expect(await plugin.canvas.tidy({ how: 'fold' })).toEqual({ count: 0 })
    expect(plugin.host.undoDepth()).toBe(depth)
  })
})
