import { beforeEach, describe, expect, it } from 'vitest'
import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import type { Sweep } from '../../../../shared/sweep.ts'
import { makePicture } from '../make-picture.ts'
import { makeRecipe } from '../make-recipe.ts'
import type { OpenPlugin } from '../open-plugin.ts'
import { openPlugin } from '../open-plugin.ts'
import { cellJob, makeBoard, makeSweep, reserveAll } from './make-sweep.ts'

type Reserve = Parameters<OpenPlugin['canvas']['putSweep']>[0]['reserve']

let plugin: OpenPlugin
beforeEach(async () => {
  plugin = await openPlugin()
})

const put = async (sweep: Sweep, part: { section?: string; reserve?: Reserve } = {}) => {
  const { section = null, reserve = reserveAll(sweep) } = part
  const board = makeBoard(sweep)
  return (await plugin.canvas.putSweep({ section, sweep, board, reserve }))!
}
const fill = async (job: string) =>
  plugin.canvas.fill({ recipe: makeRecipe({ job }), bytes: await makePicture() })

/** Where each cell stands on the board, by its job. */
const places = (section: string): Promise<unknown> =>
  plugin.script(`
    const section = await figma.getNodeByIdAsync('${section}')
    return section.children
      .filter(({ type }) => type === 'FRAME')
      .map(({ id, x, y, width, height }) => [id, x, y, width, height])`)
const words = (section: string) =>
  plugin.item(section).children.flatMap(({ text }) => (text ? [text.characters] : []))
const sweeps = async (): Promise<SweepView[]> => (await plugin.canvas.open()).sweeps

describe('a new sweep', () => {
  it('is a board of placeholders in columns and rows with their headings, in one undo step', async () => {
    const depth = plugin.host.undoDepth()
    const sweep = makeSweep()
    const { view, placeholders } = await put(sweep)
    // The document's own id is a step of its own, once.
    expect(plugin.host.undoDepth()).toBe(depth + 2)
    expect(placeholders.map(({ job, index, failure }) => [job, index, failure])).toEqual(
      sweep.jobs.map((job) => [job, 0, null]),
    )
    const cells = placeholders.map(({ node }) => plugin.item(node))
    const [xs, ys] = [cells.map(({ x }) => x), cells.map(({ y }) => y)]
    expect(new Set(xs).size).toBe(3)
    expect(new Set(ys).size).toBe(2)
    expect(xs.slice(0, 3)).toEqual(xs.slice(3))
    for (const { width, height } of cells) expect([width, height]).toEqual([512, 512])
    expect(words(view.section)).toEqual(['column 0', 'column 0.8', 'column 1', 'row 2', 'row 3'])
    const { width, height, children } = plugin.item(view.section)
    for (const child of children) {
      expect(child.x).toBeGreaterThan(0)
      expect(child.y).toBeGreaterThan(0)
      expect(child.x + child.width).toBeLessThan(width)
      expect(child.y + child.height).toBeLessThan(height)
    }
    expect(plugin.host.scene().selection).toEqual([view.section])
    plugin.host.person.undo()
    expect(plugin.host.scene().nodes).toEqual([])
    expect(await sweeps()).toEqual([])
  })

  it('is read again by the next panel, which knows what is drawn', async () => {
    const sweep = makeSweep()
    const { view } = await put(sweep)
    await fill(sweep.jobs[1]!)
    plugin = await openPlugin({ host: plugin.host })
    expect(plugin.opened.sweeps).toEqual([{ ...view, drawn: [sweep.jobs[1]], isSelected: true }])
    expect(plugin.opened.placeholders).toHaveLength(5)
  })

  it('is mine on this device, and another’s elsewhere', async () => {
    const { view } = await put(makeSweep())
    expect(view.isMine).toBe(true)
    const snapshot = plugin.host.snapshot()
    plugin = await openPlugin({ snapshot })
    expect(plugin.opened.sweeps).toEqual([{ ...view, isMine: false, isSelected: false }])
  })

  it('stands beside what is selected and covers nothing', async () => {
    const { person } = plugin.host
    person.select([person.addFrame({ name: 'Photo', x: 0, y: 0, width: 300, height: 400 })])
    person.addFrame({ name: 'In the way', x: 500, y: 0, width: 100, height: 100 })
    const { view } = await put(makeSweep())
    const { x, y, width } = plugin.item(view.section)
    expect(x >= 600 || y >= 100 || x + width <= 500).toBe(true)
    expect(x).toBeGreaterThan(300)
  })
})

describe('a board that she has touched', () => {
  it('is no sweep as a copy, and neither are its cells placeholders', async () => {
    const { view } = await put(makeSweep())
    plugin.host.person.duplicate([view.section])
    expect(await sweeps()).toHaveLength(1)
    expect((await plugin.canvas.listPlaceholders()).placeholders).toHaveLength(6)
  })

  it('is told to the panel when it is deleted', async () => {
    const { view } = await put(makeSweep())
    await expect.poll(() => plugin.heard('sweepsChanged')).toHaveLength(1)
    plugin.host.person.remove([view.section])
    await expect.poll(() => plugin.heard('sweepsChanged').at(-1)).toEqual([])
  })

  it('fills a cell that was moved out of it, and counts it as drawn', async () => {
    const sweep = makeSweep()
    const { placeholders } = await put(sweep)
    await plugin.script(`
      const cell = await figma.getNodeByIdAsync('${placeholders[0]!.node}')
      figma.currentPage.appendChild(cell)
      cell.x = -5000`)
    expect(await fill(sweep.jobs[0]!)).toEqual({ outcome: 'placed' })
    expect((await sweeps())[0]?.drawn).toEqual([sweep.jobs[0]])
  })
})

describe('a sweep that grows', () => {
  const longer = () =>
    makeSweep({
      columns: { setting: 'loraScale', values: [0, 0.8, 1, 1.2] },
      jobs: [0, 1, 2, 6, 3, 4, 5, 7].map(cellJob),
    })
  const added = (sweep: Sweep) =>
    reserveAll(sweep).filter(({ job }) => [cellJob(6), cellJob(7)].includes(job))

  it('gets columns at its right; what is there stays, in one undo step', async () => {
    const first = await put(makeSweep())
    const before = await places(first.view.section)
    const { section } = first.view
    const width = plugin.item(section).width
    const depth = plugin.host.undoDepth()
    const sweep = longer()
    const { placeholders } = await put(sweep, { section, reserve: added(sweep) })
    expect(plugin.host.undoDepth()).toBe(depth + 1)
    expect(placeholders.map(({ job }) => job)).toEqual([cellJob(6), cellJob(7)])
    const after = (await places(section)) as unknown[]
    expect(after).toEqual(expect.arrayContaining(before as unknown[]))
    expect(after).toHaveLength(8)
    expect(plugin.item(section).width).toBeGreaterThan(width)
    expect(words(section)).toContain('column 1.2')
    plugin.host.person.undo()
    expect(await places(section)).toEqual(before)
    expect((await sweeps())[0]?.sweep.columns.values).toEqual([0, 0.8, 1])
  })

  it('makes room beside its neighbours', async () => {
    const { view } = await put(makeSweep())
    const { x, y, width } = plugin.item(view.section)
    const neighbour = { name: 'Hers', x: x + width + 50, y, width: 100, height: 5000 }
    plugin.host.person.addFrame(neighbour)
    const sweep = longer()
    await put(sweep, { section: view.section, reserve: added(sweep) })
    const moved = plugin.item(view.section)
    expect(moved.x > neighbour.x || moved.y > y + 5000 || moved.x + moved.width < x).toBe(true)
  })

  it('leaves alone what she moved and what she wrote, and keeps her own notes', async () => {
    const { view, placeholders } = await put(makeSweep())
    const { section } = view
    await plugin.script(`
      const section = await figma.getNodeByIdAsync('${section}')
      const cell = await figma.getNodeByIdAsync('${placeholders[0]!.node}')
      cell.x += 33
      const heading = section.children.find((node) => node.type === 'TEXT')
      await figma.loadFontAsync(heading.fontName)
      heading.characters = 'my own words'
      const note = figma.createRectangle()
      section.appendChild(note)
      note.name = 'note'`)
    const { x } = plugin.item(placeholders[0]!.node)
    const sweep = longer()
    await put(sweep, { section, reserve: added(sweep) })
    expect(plugin.item(placeholders[0]!.node).x).toBe(x)
    expect(words(section)).toEqual(expect.arrayContaining(['my own words', 'column 1.2']))
    expect(words(section)).not.toContain('column 0')
    expect(plugin.item(section).children.map(({ name }) => name)).toContain('note')
  })

  it('takes over the placeholder of a cell that failed, and makes one where it is gone', async () => {
    const { view, placeholders } = await put(makeSweep())
    const { section } = view
    await plugin.canvas.fail({ pictures: [{ job: cellJob(0), index: 0 }], message: 'No' })
    plugin.host.person.remove([placeholders[1]!.node])
    const sweep = makeSweep({ jobs: [7, 8, 2, 3, 4, 5].map(cellJob) })
    const again = await put(sweep, {
      section,
      reserve: [
        { job: sweep.jobs[0]!, brief: 'a wizard', instead: cellJob(0) },
        { job: sweep.jobs[1]!, brief: 'a wizard', instead: cellJob(1) },
      ],
    })
    expect(again.placeholders[0]).toMatchObject({ node: placeholders[0]!.node, failure: null })
    expect(await places(section)).toHaveLength(6)
  })

  it('says when its board is gone', async () => {
    const { view } = await put(makeSweep())
    plugin.host.person.remove([view.section])
    const sweep = longer()
    const input = { section: view.section, sweep, board: makeBoard(sweep), reserve: added(sweep) }
    expect(await plugin.canvas.putSweep(input)).toBeNull()
    expect(await plugin.canvas.saveSweep({ section: view.section, sweep })).toBe(false)
    expect(plugin.host.scene().nodes).toEqual([])
  })
})

it('a retry of one cell keeps its place in the sweep, and undo takes both back', async () => {
  const { view, placeholders } = await put(makeSweep())
  const from = { job: cellJob(4) as never, index: 0 }
  await plugin.canvas.fail({ pictures: [from], message: 'No' })
  const to = { job: cellJob(9) as never, index: 0 }
  expect(await plugin.canvas.reassign({ from, to })).toEqual({ outcome: 'reassigned' })
  const jobs = async () => (await sweeps())[0]?.sweep.jobs
  expect((await jobs())?.[4]).toBe(cellJob(9))
  plugin.host.person.undo()
  expect((await jobs())?.[4]).toBe(cellJob(4))
  expect(plugin.item(placeholders[4]!.node).name).toMatch(/failed/)
  expect(view.sweep.jobs).toHaveLength(6)
})

it('what a section knows is saved in one undo step that changes nothing to be seen', async () => {
  const { view } = await put(makeSweep())
  const before = plugin.item(view.section)
  const sweep = { ...view.sweep, id: makeSweep({ id: 'b' }).id }
  expect(await plugin.canvas.saveSweep({ section: view.section, sweep })).toBe(true)
  expect(plugin.item(view.section)).toEqual(before)
  expect((await sweeps())[0]?.sweep.id).toBe(sweep.id)
  plugin.host.person.undo()
  expect((await sweeps())[0]?.sweep.id).toBe(view.sweep.id)
})

it('an 8 × 8 board has words that can be read when it is shown', async () => {
  plugin.host.viewport.set({ x: 0, y: 0, zoom: 1, width: 1100, height: 800 })
  const values = [1, 2, 3, 4, 5, 6, 7, 8]
  const sweep = makeSweep({
    columns: { setting: 'guidance', values },
    rows: { setting: 'steps', values },
    jobs: Array.from({ length: 64 }, (_, at) => {
      const digits = at.toString(8).padStart(2, '0')
      return `job_${digits.repeat(10)}`
    }),
  })
  const board = makeBoard(sweep, { width: 1024, height: 1024 })
  const reserve = reserveAll(sweep)
  const { view } = (await plugin.canvas.putSweep({ section: null, sweep, board, reserve }))!
  const { zoom } = plugin.host.viewport.get()
  const sizes = await plugin.script(`
    const section = await figma.getNodeByIdAsync('${view.section}')
    return section.children.filter(({ type }) => type === 'TEXT').map(({ fontSize }) => fontSize)`)
  for (const size of sizes as number[]) expect(size * zoom).toBeGreaterThanOrEqual(10.9)
})
