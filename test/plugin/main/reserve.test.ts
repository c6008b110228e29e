import { beforeEach, describe, expect, it } from 'vitest'
import { GAP, HEADROOM, MARGIN } from '../../../plugin/main/canvas/place-row.ts'
import { jobId } from './make-recipe.ts'
import type { OpenPlugin } from './open-plugin.ts'
import { openPlugin } from './open-plugin.ts'

const request = { job: jobId(), count: 4, width: 512, height: 512, brief: 'woman with glasses' }
const frame = { name: 'Photo', x: 100, y: 50, width: 300, height: 400 }

let plugin: OpenPlugin
beforeEach(async () => {
  plugin = await openPlugin()
})

const reserve = async (part: Partial<typeof request> = {}) => {
  const { placeholders } = await plugin.canvas.reserve({ ...request, ...part })
  return placeholders.map(({ node }) => plugin.item(node))
}

describe('reserve', () => {
  it('makes a row of frames of the size asked for, to the right of the selection', async () => {
    plugin.host.person.select([plugin.host.person.addFrame(frame)])
    const items = await reserve()
    expect(items.map(({ x, y, width, height }) => [x, y, width, height])).toEqual(
      [0, 1, 2, 3].map((at) => [400 + MARGIN + at * (512 + GAP), 50, 512, 512]),
    )
    expect(items[0]).toMatchObject({
      name: 'woman with glasses · drafting',
      clipsContent: true,
      relaunch: { open: '' },
      children: [{ text: { characters: 'Drafting…\nwoman with glasses' } }],
    })
    const [label] = items[0]!.children
    expect(label!.y + label!.height / 2).toBeCloseTo(256)
    expect(label!.x + label!.width / 2).toBeCloseTo(256)
  })

  it('is one undo step', async () => {
    const photo = plugin.host.person.addFrame(frame)
    plugin.host.person.select([photo])
    const earlier = await reserve({ job: jobId('b') })
    const depth = plugin.host.undoDepth()
    await reserve()
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    plugin.host.person.undo()
    const left = plugin.host.scene().nodes.map(({ id }) => id)
    expect(left).toEqual([photo, ...earlier.map(({ id }) => id)])
    plugin.host.person.undo()
    expect(plugin.host.scene().nodes.map(({ id }) => id)).toEqual([photo])
    expect(await plugin.canvas.listPlaceholders()).toEqual({ placeholders: [] })
  })

  it('selects the row, and stays where it is when she sees it', async () => {
    plugin.host.person.select([plugin.host.person.addFrame({ ...frame, x: 0, y: 0 })])
    plugin.host.viewport.set({ x: 600, y: 200, zoom: 0.5, width: 1000, height: 800 })
    const before = plugin.host.viewport.get()
    const items = await reserve()
    expect(plugin.host.scene().selection).toEqual(items.map(({ id }) => id))
    expect(plugin.host.viewport.get()).toEqual(before)
  })

  it('moves the view when the row would be out of sight', async () => {
    plugin.host.person.select([plugin.host.person.addFrame({ ...frame, x: 90_000 })])
    plugin.host.viewport.set({ x: 0, y: 0, zoom: 1, width: 1000, height: 800 })
    const items = await reserve()
    const { x } = plugin.host.viewport.get()
    expect(x).toBeGreaterThan(items[0]!.x)
    expect(x).toBeLessThan(items[3]!.x + 512)
  })

  it('shows the row together with what it stands beside', async () => {
    const photo = plugin.host.person.addFrame({ ...frame, x: 90_000 })
    plugin.host.person.select([photo])
    plugin.host.viewport.set({ x: 0, y: 0, zoom: 1, width: 1000, height: 800 })
    await reserve()
    const { x, width, zoom } = plugin.host.viewport.get()
    expect(x - width / zoom / 2).toBeLessThan(90_000)
  })

  it('goes to the middle of the view when nothing is selected', async () => {
    plugin.host.viewport.set({ x: 3000, y: -700, zoom: 1, width: 1000, height: 800 })
    const [item] = await reserve({ count: 1 })
    expect(item).toMatchObject({ x: 3000 - 256, y: -700 - 256 })
  })

  it('never covers what is there, and keeps later rows beside what she chose', async () => {
    const { person } = plugin.host
    person.select([person.addFrame(frame)])
    person.addFrame({ name: 'In the way', x: 700, y: 0, width: 100, height: 300 })
    const first = await reserve()
    const second = await reserve({ job: jobId('b') })
    expect(first[0]).toMatchObject({ x: 480, y: 300 + GAP + HEADROOM })
    expect(second[0]).toMatchObject({ x: 480, y: 300 + 512 + 2 * (GAP + HEADROOM) })
  })

  it('goes beside the last row when she deleted what she chose', async () => {
    const { person } = plugin.host
    const photo = person.addFrame({ ...frame, x: -9000 })
    person.select([photo])
    const first = await reserve({ count: 1 })
    person.remove([photo])
    const second = await reserve({ count: 1, job: jobId('b') })
    expect(second[0]).toMatchObject({ x: first[0]!.x + 512 + MARGIN, y: first[0]!.y })
  })

  it.each([
    ['an auto-layout frame', `figma.createFrame()`, `parent.layoutMode = 'HORIZONTAL'`],
    ['a plain frame', `figma.createFrame()`, ``],
    ['a locked frame', `figma.createFrame()`, `parent.locked = true`],
    ['a component', `figma.createComponent()`, ``],
  ])('stays out of %s that holds the selection', async (_, create, change) => {
    const page = plugin.host.scene().page.id
    await plugin.script(`
      const parent = ${create}
      parent.resize(800, 600)
      ${change}
      const child = figma.createRectangle()
      parent.appendChild(child)
      figma.currentPage.selection = [child]
    `)
    const [item] = await reserve()
    expect(await plugin.parentOf(item!.id)).toBe(page)
    expect(item).toMatchObject({ x: 800 + MARGIN, y: 0 })
  })

  it('stays out of instances and groups', async () => {
    await plugin.script(`
      const component = figma.createComponent()
      component.appendChild(figma.createRectangle())
      const instance = component.createInstance()
      instance.x = 500
      const group = figma.group([instance], figma.currentPage)
      figma.currentPage.selection = [instance.children[0]]
    `)
    const [item] = await reserve({ count: 1 })
    expect(await plugin.parentOf(item!.id)).toBe(plugin.host.scene().page.id)
    expect(item).toMatchObject({ x: 600 + MARGIN })
  })

  it('goes into the section that holds the selection when it has room', async () => {
    await plugin.script(`
      const section = figma.createSection()
      section.x = 1000
      section.y = 200
      section.resizeWithoutConstraints(3000, 1000)
      const child = figma.createFrame()
      section.appendChild(child)
      child.x = 50
      child.y = 60
      figma.currentPage.selection = [child]
    `)
    const section = plugin.host.scene().nodes[0]!.id
    const items = await reserve()
    expect(await Promise.all(items.map(({ id }) => plugin.parentOf(id)))).toEqual(
      Array(4).fill(section),
    )
    const bounds = await plugin.script(
      `return figma.currentPage.selection.map((node) => [node.x, node.y, node.absoluteBoundingBox.x])`,
    )
    expect(bounds).toMatchObject([[50 + 100 + MARGIN, 60, 1000 + 50 + 100 + MARGIN], {}, {}, {}])
  })

  it.each([
    ['is too small', 'section.resizeWithoutConstraints(400, 300)'],
    ['is locked', 'section.resizeWithoutConstraints(3000, 1000); section.locked = true'],
  ])('goes beside the section when it %s', async (_, change) => {
    await plugin.script(`
      const section = figma.createSection()
      ${change}
      const child = figma.createFrame()
      section.appendChild(child)
      figma.currentPage.selection = [child]
    `)
    const section = plugin.host.scene().nodes[0]!
    const items = await reserve()
    expect(await plugin.parentOf(items[0]!.id)).toBe(plugin.host.scene().page.id)
    expect(items[0]).toMatchObject({ x: section.width + MARGIN, y: 0 })
  })

  it('stays on the page of the press, and fills are found there', async () => {
    const page = plugin.host.scene().page.id
    const pressed = plugin.canvas.reserve(request)
    plugin.host.person.setCurrentPage(plugin.host.person.addPage('Elsewhere'))
    const { placeholders } = await pressed
    expect(placeholders).toHaveLength(4)
    expect(await plugin.parentOf(placeholders[0]!.node)).toBe(page)
    expect(await plugin.canvas.listPlaceholders()).toEqual({ placeholders })
  })

  it.each([0, 99, 1.5])('refuses %d pictures in words', async (count) => {
    await expect(reserve({ count })).rejects.toMatchObject({
      code: 'invalid_request',
      message: 'One press makes from 1 to 4 pictures.',
    })
    expect(plugin.host.scene().nodes).toEqual([])
  })

  it.each([
    '</script><img src=x onerror=alert(1)>',
    '🧙‍♀️'.repeat(1700),
    'שלום עולם',
    'x'.repeat(5000),
  ])('takes any brief: %s', async (brief) => {
    const [item] = await reserve({ brief, count: 1 })
    expect(Array.from(item!.name).length).toBeLessThan(60)
    expect(item!.children).toHaveLength(1)
  })

  it('goes without words when the font does not load', async () => {
    plugin = await openPlugin({ patch: (main) => main.replaceAll('"Inter"', '"No such font"') })
    const items = await reserve()
    expect(items.map(({ name, children }) => [name, children])).toEqual(
      Array(4).fill(['woman with glasses · drafting', []]),
    )
  })
})
