import { beforeEach, describe, expect, it } from 'vitest'
import { jobId, makeRecipe } from './make-recipe.ts'
import { makePicture } from './make-picture.ts'
import type { OpenPlugin } from './open-plugin.ts'
import { openPlugin } from './open-plugin.ts'

const job = jobId()
const message = 'The engine is busy. Nothing was charged.'

let plugin: OpenPlugin
let nodes: string[]
beforeEach(async () => {
  plugin = await openPlugin()
  const { placeholders } = await plugin.canvas.reserve({
    job,
    count: 2,
    width: 512,
    height: 512,
    brief: 'a knight',
  })
  nodes = placeholders.map(({ node }) => node)
})

const list = async () => (await plugin.canvas.listPlaceholders()).placeholders
const pictures = [
  { job, index: 0 },
  { job, index: 1 },
]

describe('fail', () => {
  it('says why on the placeholders, in one undo step, with a way to try again', async () => {
    const depth = plugin.host.undoDepth()
    await plugin.canvas.fail({ pictures, message })
    expect(plugin.item(nodes[1]!)).toMatchObject({
      name: 'a knight · failed',
      relaunch: { retry: message, open: '' },
      children: [{ text: { characters: `No draft\n${message}` } }],
    })
    expect(await list()).toEqual([
      { job, index: 0, node: nodes[0], failure: message },
      { job, index: 1, node: nodes[1], failure: message },
    ])
    await plugin.canvas.fail({ pictures, message })
    expect(plugin.host.undoDepth()).toBe(depth + 1)
  })

  it('leaves drafts and what is gone alone', async () => {
    await plugin.canvas.fill({ recipe: makeRecipe({ job }), bytes: await makePicture() })
    plugin.host.person.remove([nodes[1]!])
    const depth = plugin.host.undoDepth()
    await plugin.canvas.fail({ pictures, message })
    expect(plugin.host.undoDepth()).toBe(depth)
  })
})

describe('release', () => {
  it('takes the placeholders away in one undo step', async () => {
    const depth = plugin.host.undoDepth()
    await plugin.canvas.release({ pictures })
    expect(plugin.host.scene().nodes).toEqual([])
    expect(plugin.host.undoDepth()).toBe(depth + 1)
  })

  it('keeps what she drew in one, in a plain frame of hers', async () => {
    const parent = nodes[0]!
    const layer = plugin.host.person.addFrame({
      name: 'Layer',
      x: 0,
      y: 0,
      width: 9,
      height: 9,
      parent,
    })
    await plugin.canvas.release({ pictures })
    expect(plugin.host.scene().nodes.map(({ id }) => id)).toEqual([parent])
    expect(plugin.item(parent)).toMatchObject({
      name: 'a knight',
      strokes: [],
      children: [{ id: layer }],
    })
    expect(plugin.host.person.pluginData(parent, 'maquette')).toBe('')
    expect(await list()).toEqual([])
  })
})

describe('reassign', () => {
  const from = pictures[0]!
  const to = { job: jobId('b'), index: 0 }

  it('lets a failed placeholder wait for the new job, in one undo step', async () => {
    const before = plugin.item(nodes[0]!)
    await plugin.canvas.fail({ pictures, message })
    const depth = plugin.host.undoDepth()
    expect(await plugin.canvas.reassign({ from, to })).toEqual({ outcome: 'reassigned' })
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    expect(plugin.item(nodes[0]!)).toMatchObject({
      name: before.name,
      fills: before.fills,
      relaunch: before.relaunch,
      children: [{ text: { characters: 'Drafting…\na knight' } }],
    })
    expect(await list()).toContainEqual({ ...to, node: nodes[0], failure: null })
    const bytes = await makePicture()
    expect(await plugin.canvas.fill({ recipe: makeRecipe({ job }), bytes })).toEqual({
      outcome: 'missing',
    })
    expect(await plugin.canvas.fill({ recipe: makeRecipe(to), bytes })).toEqual({
      outcome: 'placed',
    })
  })

  it('says missing when it is gone', async () => {
    plugin.host.person.remove([nodes[0]!])
    expect(await plugin.canvas.reassign({ from, to })).toEqual({ outcome: 'missing' })
  })
})

describe('reveal', () => {
  it('shows a frame on whatever page it is', async () => {
    const page = plugin.host.scene().page.id
    plugin.host.person.setCurrentPage(plugin.host.person.addPage('Other'))
    plugin.host.viewport.set({ x: 50_000, y: 0, zoom: 1, width: 1000, height: 800 })
    expect(await plugin.canvas.reveal(pictures[1]!)).toEqual({ found: true })
    expect(plugin.host.scene()).toMatchObject({ page: { id: page }, selection: [nodes[1]] })
    const { x } = plugin.item(nodes[1]!)
    expect(plugin.host.viewport.get().x).toBeCloseTo(x + 256)
  })

  it('says when it is gone', async () => {
    plugin.host.person.remove(nodes)
    expect(await plugin.canvas.reveal(pictures[0]!)).toEqual({ found: false })
  })
})

describe('notices', () => {
  it('tell of placeholders that undo, delete and paste change', async () => {
    await expect.poll(() => plugin.heard('placeholdersChanged').at(-1)).toHaveLength(2)
    plugin.host.person.remove([nodes[0]!])
    await expect
      .poll(() => plugin.heard('placeholdersChanged').at(-1))
      .toMatchObject([{ node: nodes[1] }])
    plugin.host.person.undo()
    await expect.poll(() => plugin.heard('placeholdersChanged').at(-1)).toHaveLength(2)
  })

  it('tell what is selected, once for many changes', async () => {
    const { person } = plugin.host
    await expect.poll(() => plugin.heard('selectionChanged')).toHaveLength(1)
    const photo = person.addFrame({ name: '</script>', x: 0, y: 9000, width: 30, height: 40 })
    person.select([nodes[0]!])
    person.select([])
    person.select([photo])
    await expect
      .poll(() => plugin.heard('selectionChanged').at(-1))
      .toEqual({
        count: 1,
        first: { node: photo, name: '</script>', width: 30, height: 40 },
        recipe: null,
        placeholder: null,
        layers: [
          {
            node: photo,
            name: '</script>',
            width: 30,
            height: 40,
            recipe: null,
            mark: null,
            role: 'own',
            board: null,
            finishedOf: null,
            lostFinished: null,
          },
        ],
      })
    expect(plugin.heard('selectionChanged')).toHaveLength(2)
    person.remove([photo])
    await expect
      .poll(() => plugin.heard('selectionChanged').at(-1))
      .toMatchObject({ count: 0, first: null })
  })

  it('tell the placeholder or the recipe of the one selected frame, also of a copied draft', async () => {
    const { person } = plugin.host
    person.select([nodes[0]!])
    await expect
      .poll(() => plugin.heard('selectionChanged').at(-1))
      .toMatchObject({
        recipe: null,
        placeholder: { job, index: 0, node: nodes[0], failure: null },
      })
    const recipe = makeRecipe({ job })
    await plugin.canvas.fill({ recipe, bytes: await makePicture() })
    await expect
      .poll(() => plugin.heard('selectionChanged').at(-1))
      .toMatchObject({ recipe, placeholder: null })
    person.select(person.duplicate([nodes[0]!]))
    await expect
      .poll(() => plugin.heard('selectionChanged').at(-1))
      .toMatchObject({ recipe, count: 1 })
    person.select(nodes)
    await expect
      .poll(() => plugin.heard('selectionChanged').at(-1))
      .toMatchObject({ recipe: null, count: 2 })
  })
})
