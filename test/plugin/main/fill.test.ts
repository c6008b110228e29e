import { beforeEach, describe, expect, it } from 'vitest'
import { jobId, makeRecipe } from './make-recipe.ts'
import { makePicture } from './make-picture.ts'
import type { OpenPlugin } from './open-plugin.ts'
import { openPlugin } from './open-plugin.ts'

const brief = 'woman with glasses'
const bytes = await makePicture()

let plugin: OpenPlugin
let nodes: string[]
beforeEach(async () => {
  plugin = await openPlugin()
  nodes = await reserve(4)
})

const reserve = async (count: number, job = jobId()): Promise<string[]> => {
  const size = { width: 64, height: 64 }
  const { placeholders } = await plugin.canvas.reserve({ job, count, ...size, brief })
  return placeholders.map(({ node }) => node)
}
const fill = (index: number) => plugin.canvas.fill({ recipe: makeRecipe({ index }), bytes })
const waiting = async () =>
  (await plugin.canvas.listPlaceholders()).placeholders.map(({ index }) => index)

describe('fill', () => {
  it('turns the placeholder into the draft, in its place', async () => {
    const before = plugin.item(nodes[1]!)
    expect(await fill(1)).toEqual({ outcome: 'placed' })
    const draft = plugin.item(nodes[1]!)
    expect(draft).toMatchObject({
      x: before.x,
      y: before.y,
      width: 64,
      height: 64,
      name: 'woman with glasses · seed 101 · sample',
      fills: [{ type: 'image', scaleMode: 'FILL' }],
      strokes: [],
      relaunch: {
        'more-subtle': brief,
        'more-strong': '',
        change: '',
        'new-seed': '',
        'use-settings': '',
        'use-seed': '',
      },
      children: [],
    })
    const [paint] = draft.fills
    expect(paint?.type === 'image' && plugin.host.image(paint.hash)).toEqual(bytes)
    expect(await waiting()).toEqual([0, 2, 3])
  })

  it('is one undo step each, which brings back that placeholder only', async () => {
    const placeholder = plugin.item(nodes[2]!)
    const depth = plugin.host.undoDepth()
    await fill(0)
    await fill(2)
    expect(plugin.host.undoDepth()).toBe(depth + 2)
    plugin.host.person.undo()
    expect(plugin.item(nodes[2]!)).toEqual(placeholder)
    expect(await waiting()).toEqual([1, 2, 3])
    plugin.host.person.redo()
    expect(await waiting()).toEqual([1, 3])
  })

  it('says placed for a draft that is there already, without a second undo step', async () => {
    await fill(0)
    const depth = plugin.host.undoDepth()
    expect(await Promise.all([fill(0), fill(0)])).toEqual([
      { outcome: 'placed' },
      { outcome: 'placed' },
    ])
    expect(plugin.host.undoDepth()).toBe(depth)
  })

  it('keeps what she did to the placeholder', async () => {
    const [node] = nodes as [string]
    const { person } = plugin.host
    person.move([node], 1000, 70)
    person.resize(node, 200, 90)
    person.rename(node, 'Hers')
    person.setLocked(node, true)
    const layer = person.addFrame({
      name: 'Layer',
      x: 1,
      y: 2,
      width: 10,
      height: 10,
      parent: node,
    })
    const before = plugin.item(node)
    expect(await fill(0)).toEqual({ outcome: 'placed' })
    const { x, y } = before
    expect(plugin.item(node)).toMatchObject({
      x,
      y,
      width: 200,
      height: 90,
      name: 'Hers',
      locked: true,
    })
    expect(plugin.item(node).children.map(({ id }) => id)).toEqual([layer])
  })

  it('keeps a label that she rewrote and a border that she drew', async () => {
    await plugin.script(`
      const [frame] = figma.currentPage.children
      await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
      frame.children[0].characters = 'My notes'
      frame.dashPattern = []
    `)
    await fill(0)
    expect(plugin.item(nodes[0]!)).toMatchObject({
      strokes: [{ type: 'solid' }],
      children: [{ text: { characters: 'My notes' } }],
    })
  })

  it('fills the original only when she duplicated the placeholder', async () => {
    const [copy] = plugin.host.person.duplicate([nodes[0]!])
    expect(await waiting()).toEqual([0, 1, 2, 3])
    await fill(0)
    expect(plugin.item(copy!).name).toBe('woman with glasses · drafting')
    plugin.host.person.remove([nodes[1]!])
    plugin.host.person.duplicate([nodes[2]!])
    expect(await waiting()).toEqual([2, 3])
  })

  it('says missing for a deleted placeholder, a copy of which is still there', async () => {
    plugin.host.person.duplicate([nodes[0]!])
    plugin.host.person.remove([nodes[0]!])
    expect(await fill(0)).toEqual({ outcome: 'missing' })
  })

  it('says missing when its page was deleted', async () => {
    const page = plugin.host.scene().page.id
    plugin.host.person.setCurrentPage(plugin.host.person.addPage('Other'))
    plugin.host.person.removePage(page)
    expect(await fill(0)).toEqual({ outcome: 'missing' })
    expect(await waiting()).toEqual([])
  })

  it('fills on the page of the press while she is on another one', async () => {
    const page = plugin.host.scene().page.id
    const viewport = plugin.host.viewport.get()
    plugin.host.person.setCurrentPage(plugin.host.person.addPage('Other'))
    await fill(3)
    expect(plugin.host.scene()).toMatchObject({ nodes: [], selection: [] })
    expect(plugin.host.viewport.get()).toEqual(viewport)
    expect(await plugin.parentOf(nodes[3]!)).toBe(page)
    expect(plugin.item(nodes[3]!).fills).toMatchObject([{ type: 'image' }])
  })

  it('finds a placeholder that she moved to another page, into a frame or a section', async () => {
    await plugin.script(`
      const [first, second, third] = figma.currentPage.children
      const page = figma.createPage()
      await page.loadAsync()
      page.appendChild(first)
      figma.createFrame().appendChild(second)
      figma.createSection().appendChild(third)
    `)
    for (const index of [0, 1, 2]) expect(await fill(index)).toEqual({ outcome: 'placed' })
  })

  it('fills after the panel was closed and opened again', async () => {
    plugin.host.person.setCurrentPage(plugin.host.person.addPage('Other'))
    const again = await openPlugin({ host: plugin.host })
    expect(again.opened.placeholders.map(({ node }) => node)).toEqual(nodes)
    expect(again.opened.document).toBe(plugin.opened.document)
    plugin = again
    expect(await fill(1)).toEqual({ outcome: 'placed' })
  })

  it.each([
    ['4097 px', makePicture({ width: 4097, height: 8 }), /4097 × 8 pixels.*at most 4096/],
    ['cut', Promise.resolve(bytes.slice(0, -5)), /damaged/],
    ['empty', Promise.resolve(new Uint8Array()), /damaged/],
    ['text', Promise.resolve(new TextEncoder().encode('<svg/>'.repeat(20))), /damaged/],
  ])(
    'refuses a picture that is %s, in words, and the placeholder waits on',
    async (_, made, words) => {
      const refused = plugin.canvas.fill({ recipe: makeRecipe(), bytes: await made })
      await expect(refused).rejects.toMatchObject({
        code: 'canvas_failed',
        message: expect.stringMatching(words) as string,
      })
      expect(await waiting()).toEqual([0, 1, 2, 3])
    },
  )

  it.each(['', 'not json', '{"schema":99,"value":{}}', '{"schema":1,"value":{"kind":"draft"}}'])(
    'takes a frame whose data are broken (%j) for one of hers',
    async (data) => {
      await plugin.script(
        `figma.currentPage.children[0].setPluginData('maquette', ${JSON.stringify(data)})`,
      )
      expect(await fill(0)).toEqual({ outcome: 'missing' })
      expect(await waiting()).toEqual([1, 2, 3])
    },
  )
})

it('leaves no error behind when the panel closes on a picture', () => {
  void fill(0)
  void plugin.canvas.fail({ pictures: [{ job: jobId(), index: 1 }], message: 'Busy.' })
  plugin.close()
})

describe('place', () => {
  it('adds a draft beside the selection, in the size of the picture, in one undo step', async () => {
    const { person } = plugin.host
    person.select([person.addFrame({ name: 'Photo', x: 0, y: 5000, width: 100, height: 100 })])
    const depth = plugin.host.undoDepth()
    const recipe = makeRecipe({ job: jobId('b') })
    const { node } = await plugin.canvas.place({
      recipe,
      bytes: await makePicture({ width: 80, height: 60 }),
    })
    expect(plugin.item(node)).toMatchObject({ x: 180, y: 5000, width: 80, height: 60 })
    expect(plugin.host.scene().selection).toEqual([node])
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    await expect.poll(() => plugin.heard('selectionChanged').at(-1)).toMatchObject({ recipe })
  })

  it('keeps what she thinks of the picture, though an earlier draft of it is there', async () => {
    await fill(0)
    const mark = { kind: 'star' as const }
    const { node } = await plugin.canvas.place({ recipe: makeRecipe(), bytes, mark })
    expect(node).not.toBe(nodes[0])
    expect(plugin.item(node).name).toMatch(/^★ · woman with glasses/)
    await expect
      .poll(() => plugin.heard('selectionChanged').at(-1))
      .toMatchObject({ layers: [{ node, mark }] })
  })

  it('counts as placed for the picture, whose placeholder is gone', async () => {
    plugin.host.person.remove([nodes[0]!])
    await plugin.canvas.place({ recipe: makeRecipe(), bytes })
    expect(await fill(0)).toEqual({ outcome: 'placed' })
  })
})
