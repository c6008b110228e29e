import { beforeEach, describe, expect, it } from 'vitest'
import type { Layer } from '../../../../shared/selection.ts'
import { GAP, HEADROOM, MARGIN } from '../../../../plugin/main/canvas/place-row.ts'
import { makePicture } from '../make-picture.ts'
import { jobId, makeRecipe } from '../make-recipe.ts'
import type { OpenPlugin } from '../open-plugin.ts'
import { openPlugin } from '../open-plugin.ts'

const size = { width: 512, height: 512, brief: 'woman with glasses' }

let plugin: OpenPlugin
beforeEach(async () => {
  plugin = await openPlugin()
})

/** A row of drafts; answers with their frames' ids. */
const draftRow = async (job = jobId(), count = 2): Promise<string[]> => {
  const { placeholders } = await plugin.canvas.reserve({ ...size, job, count })
  for (let index = 0; index < count; index += 1)
    await plugin.canvas.fill({ recipe: makeRecipe({ job, index }), bytes: await makePicture() })
  return placeholders.map(({ node }) => node)
}

const select = async (...nodes: string[]): Promise<Layer> => {
  plugin.host.person.select(nodes)
  return (await plugin.canvas.open()).selection.layers[0]!
}
const topNodes = () => plugin.host.scene().nodes

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

  it('folds rejects into one row whose contents are hidden; one undo brings them back', async () => {
    const frames = await draftRow(jobId(), 4)
    await reject(1)
    await reject(3)
    const before = plugin.host.scene().nodes
    const depth = plugin.host.undoDepth()
    expect(await plugin.canvas.tidy({ how: 'fold' })).toEqual({ count: 2 })
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    const section = topNodes().find(({ type }) => type === 'SECTION')!
    expect(section.children.map(({ id }) => id)).toEqual([frames[1], frames[3]])
    expect(section.name).toBe('Rejected drafts')
    expect(
      await plugin.script(
        `return (await figma.getNodeByIdAsync('${section.id}')).sectionContentsHidden`,
      ),
    ).toBe(true)
    expect(section.y).toBeGreaterThanOrEqual(plugin.item(frames[0]!).y + 512)
    plugin.host.person.undo()
    expect(plugin.host.scene().nodes).toEqual(before)
  })

  it('adds later rejects to the same row', async () => {
    await draftRow(jobId(), 4)
    await reject(0)
    await plugin.canvas.tidy({ how: 'fold' })
    await reject(2)
    await plugin.canvas.tidy({ how: 'fold' })
    const sections = topNodes().filter(({ type }) => type === 'SECTION')
    expect(sections.map(({ children }) => children.length)).toEqual([2])
    const [left, right] = sections[0]!.children
    expect(right!.x).toBe(left!.x + 512 + GAP)
    expect(sections[0]!.width).toBe(2 * 512 + 3 * GAP)
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

describe('finished work', () => {
  const of = { job: jobId(), index: 1 }
  const figurine = { name: 'Figurine', x: -900, y: 0, width: 400, height: 400 }

  /** A frame of hers with two layers. */
  const addFigurine = async (kind: 'frame' | 'group' = 'frame'): Promise<string> => {
    const id = plugin.host.person.addFrame(figurine)
    return String(
      await plugin.script(`
        const frame = await figma.getNodeByIdAsync('${id}')
        const layers = [0, 200].map((x) => {
          const layer = figma.createRectangle()
          frame.appendChild(layer)
          layer.x = x
          return layer
        })
        return '${kind}' === 'group' ? figma.group(layers, frame).id : frame.id`),
    )
  }

  it('is linked to its draft, through a duplicate, a rename and a move to another page', async () => {
    const id = await addFigurine()
    const depth = plugin.host.undoDepth()
    expect(await plugin.canvas.linkFinished({ node: id, of })).toEqual({ outcome: 'linked' })
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    expect(await select(id)).toMatchObject({ finishedOf: of, lostFinished: null })
    const copy = String(
      await plugin.script(`
        const copy = (await figma.getNodeByIdAsync('${id}')).clone()
        copy.name = 'Other'
        const page = figma.createPage()
        await page.loadAsync()
        page.appendChild(copy)
        await figma.setCurrentPageAsync(page)
        page.selection = [copy]
        return copy.id`),
    )
    await expect
      .poll(() => plugin.heard('selectionChanged').at(-1), { interval: 5 })
      .toMatchObject({ layers: [{ node: copy, name: 'Other', finishedOf: of }] })
  })

  it('is offered again on the parent of its layers after ungrouping', async () => {
    const group = await addFigurine('group')
    await plugin.canvas.linkFinished({ node: group, of })
    const [layerId, frameId] = (await plugin.script(`
      const group = await figma.getNodeByIdAsync('${group}')
      const frame = group.parent
      const [layer] = figma.ungroup(group)
      return [layer.id, frame.id]`)) as [string, string]
    const lostFinished = { node: frameId, name: 'Figurine', of }
    expect(await select(frameId)).toMatchObject({ finishedOf: null, lostFinished })
    expect(await select(layerId)).toMatchObject({ finishedOf: null, lostFinished })
    await plugin.canvas.linkFinished({ node: frameId, of })
    expect(await select(frameId)).toMatchObject({ finishedOf: of, lostFinished: null })
    expect(await select(layerId)).toMatchObject({ finishedOf: null, lostFinished: null })
  })

  it('is let go, layers included', async () => {
    const id = await addFigurine()
    await plugin.canvas.linkFinished({ node: id, of })
    await plugin.canvas.linkFinished({ node: id, of: null })
    expect(await select(id)).toMatchObject({ finishedOf: null, lostFinished: null })
  })

  it('is no draft, and no layer that is gone', async () => {
    const [draft = ''] = await draftRow()
    expect(await plugin.canvas.linkFinished({ node: draft, of })).toEqual({ outcome: 'missing' })
    expect(await plugin.canvas.linkFinished({ node: '9:9', of })).toEqual({ outcome: 'missing' })
  })
})
