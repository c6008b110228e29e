import { beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_CHOICES } from '../../../../shared/piece-memory.ts'
import { DEFAULT_SWITCHES } from '../../../../shared/training.ts'
import { openPlugin } from '../open-plugin.ts'
import type { OpenTraining } from './open-training.ts'
import { openTraining } from './open-training.ts'

let training: OpenTraining
beforeEach(async () => {
  training = await openTraining()
})
const list = async (ids: readonly string[]) => {
  training.host.person.select(ids)
  return training.canvas.listSubjects({ names: DEFAULT_SWITCHES.names })
}

describe('the selection as pieces', () => {
  it('is empty with nothing selected', async () => {
    expect(await list([])).toEqual({ count: 0, subjects: [] })
  })

  it('is in reading order', async () => {
    const made = await training.make(
      `return [[500, 400, 'd'], [0, 20, 'a'], [300, 0, 'b'], [0, 400, 'c']].map(([x, y, name]) => Object.assign(frame(PINK, x, y, 100, 100), { name }))`,
    )
    const { count, subjects } = await list(made)
    expect([count, ...subjects.map(({ name }) => name)]).toEqual([4, 'a', 'b', 'c', 'd'])
  })

  const GRID = `
    const cells = [0, 1, 2, 3].map((at) => {
      const [x, y] = [20 + 200 * (at % 2), 60 + 200 * Math.floor(at / 2)]
      const cell = frame(PINK, x, y, 160, 160, grid)
      cell.name = 'Cell ' + (at + 1)
      shape(RED, 40, 40, 80, 80, cell)
      return cell
    })
    await write('Orders of March', 20, 10, grid)
    shape(BLUE, 0, 0, 9, 9, grid)
    return [grid, ...cells]`

  it.each([
    ['a frame', `const grid = frame(GREEN, 0, 0, 400, 440); ${GRID}`],
    ['a section', `const grid = place(figma.createSection(), 0, 0, 400, 440); ${GRID}`],
    [
      'a frame in a frame',
      `const outer = frame(GREEN, 0, 0, 420, 440); const grid = frame(GREEN, 0, 0, 400, 440, outer); ${GRID.replace('[grid,', '[outer,')}`,
    ],
  ])('offers the figurines of %s one by one', async (_, snippet) => {
    const [grid, ...cells] = await training.make(snippet)
    const { subjects } = await list([grid!])
    expect(subjects).toMatchObject([
      {
        node: grid,
        areApart: true,
        parts: cells.map((node, at) => ({ node, name: `Cell ${at + 1}` })),
      },
    ])
  })

  it('says when the parts overlap: then they are probably one figurine', async () => {
    const [work] = await training.make(`
      const work = frame(PINK, 0, 0, 200, 200)
      frame(RED, 50, 20, 90, 90, work)
      frame(RED, 50, 90, 90, 90, work)
      return work`)
    expect((await list([work!])).subjects).toMatchObject([{ areApart: false, parts: [{}, {}] }])
  })

  it('offers no parts of one figurine, and none of shapes, notes and drops', async () => {
    const [work] = await training.make(`
      const work = frame(PINK, 0, 0, 200, 200)
      shape(RED, 0, 0, 50, 50, work)
      shape(RED, 100, 0, 50, 50, work)
      frame(RED, 0, 100, 90, 90, work)
      frame(RED, 190, 190, 8, 8, work)
      frame(RED, 100, 100, 90, 90, work).name = 'Notes'
      return work`)
    expect((await list([work!])).subjects).toMatchObject([{ parts: [] }])
  })

  it('is at most 500 layers, and says how many there were', async () => {
    await training.make(`
      const first = shape(RED, 0, 0, 9, 9)
      for (let at = 1; at < 503; at += 1) first.clone().x = at * 20
      return first`)
    const { count, subjects } = await list(training.host.scene().nodes.map(({ id }) => id))
    expect([count, subjects.length]).toEqual([503, 500])
  })

  it.each([
    '../../etc/passwd',
    'CON',
    'a/b\\c',
    'nul\0l',
    'שלום',
    '👩‍🚒'.repeat(80),
    '</script>',
    '',
  ])('takes any name: %j', async (name) => {
    const [node] = await training.make(
      `const made = frame(PINK, 0, 0, 90, 90); shape(RED, 0, 0, 40, 40, made); made.name = ${JSON.stringify(name)}; return made`,
    )
    expect((await list([node!])).subjects).toMatchObject([{ name }])
    expect(await training.inspect(node!)).toMatchObject({ name, problem: null })
    expect((await training.render(node!)).length).toBeGreaterThan(1000)
  })
})

describe('a page on which everything is locked', () => {
  it('is exported all the same, and stays locked', async () => {
    const made = await training.make(`
      const made = ['a', 'b'].map((name, at) => {
        const work = frame(PINK, at * 200, 0, 90, 90)
        shape(RED, 20, 20, 40, 40, work).locked = true
        return Object.assign(work, { name, locked: true })
      })
      return made`)
    expect((await list(made)).subjects.map(({ name }) => name)).toEqual(['a', 'b'])
    const before = training.surroundings()
    for (const node of made) expect((await training.render(node)).length).toBeGreaterThan(1000)
    expect(training.surroundings().nodes.filter(({ id }) => made.includes(id))).toEqual(
      before.nodes.filter(({ id }) => made.includes(id)),
    )
  })
})

describe('what a layer remembers', () => {
  const exported = { style: 'nua', piece: `piece_${'0'.repeat(20)}`, content: '0123456789abcdef' }
  const choices = {
    ...DEFAULT_CHOICES,
    fit: 'figure' as const,
    consent: 'customer-allows' as const,
  }
  const memoryOf = async (node: string) => (await training.inspect(node)).memory

  it('is the piece that it was exported as, and how, in one undo step for many', async () => {
    const nodes = await training.make(`return [0, 1].map((x) => frame(PINK, x * 200, 0, 90, 90))`)
    const depth = training.host.undoDepth()
    await training.canvas.rememberPieces({
      pieces: [...nodes, '9:9'].map((node) => ({ node, exported, choices })),
    })
    expect(training.host.undoDepth()).toBe(depth + 1)
    for (const node of nodes)
      expect(await memoryOf(node)).toEqual({ ...choices, exported: [exported] })
    training = await openTraining(await openPlugin({ host: training.host }))
    expect(await memoryOf(nodes[0]!)).toEqual({ ...choices, exported: [exported] })
  })

  it('is one piece of each style, the latest', async () => {
    const [node] = await training.make(`return frame(PINK, 0, 0, 90, 90)`)
    const other = { ...exported, style: 'toon' }
    const newer = { ...exported, content: 'f'.repeat(16) }
    for (const one of [exported, other, newer])
      await training.canvas.rememberPieces({ pieces: [{ node: node!, exported: one, choices }] })
    expect((await memoryOf(node!))?.exported).toEqual([other, newer])
  })

  it('is what she decided, and a copy keeps that and was never exported', async () => {
    const [node] = await training.make(`return frame(PINK, 0, 0, 90, 90)`)
    await training.canvas.rememberPieces({ pieces: [{ node: node!, exported, choices }] })
    const never = { ...choices, consent: 'do-not-train' as const }
    const depth = training.host.undoDepth()
    await training.canvas.choosePieces({ nodes: [node!], choices: never })
    expect(training.host.undoDepth()).toBe(depth + 1)
    const [copy] = training.host.person.duplicate([node!])
    expect(await memoryOf(node!)).toEqual({ ...never, exported: [exported] })
    expect(await memoryOf(copy!)).toEqual({ ...never, exported: [] })
  })

  it.each(['x', '{"schema":1,"value":{}}', '{"schema":9,"value":{}}'])(
    'is nothing where its data are broken: %j',
    async (data) => {
      const [node] = await training.make(
        `const made = frame(PINK, 0, 0, 90, 90); made.setPluginData('training', ${JSON.stringify(data)}); return made`,
      )
      await training.script(`figma.root.setPluginData('generated', ${JSON.stringify(data)})`)
      expect(await memoryOf(node!)).toBeNull()
    },
  )
})

describe('the switches', () => {
  it('are remembered on this device, and no part of the document', async () => {
    expect(await training.canvas.loadSwitches()).toBeNull()
    const switches = { leaveOut: ['text' as const], names: ['measure'] }
    await training.canvas.saveSwitches(switches)
    const again = await openPlugin({ host: training.host })
    expect(await again.canvas.loadSwitches()).toEqual(switches)
    expect(training.host.person.undo()).toBe(false)
  })
})

describe('what a run that was killed left behind', () => {
  it('is removed at the next start, and nothing else', async () => {
    const [work] = await training.make(`
      const work = frame(PINK, 0, 0, 90, 90)
      shape(RED, 0, 0, 9, 9, work)
      return work`)
    const before = training.host.scene().nodes
    training.stallDrawing()
    void training.render(work!).catch(() => undefined)
    await expect.poll(() => training.host.scene().nodes).toHaveLength(2)
    const snapshot = training.host.snapshot()
    const killed = training.resurrect(snapshot)
    expect(killed.scene().nodes).toHaveLength(2)
    const next = await openPlugin({ host: killed })
    expect(next.host.scene().nodes).toEqual(before)
    next.close()
  })

  it('goes at once when she closes the panel in the middle', async () => {
    const [work] = await training.make(`return frame(PINK, 0, 0, 90, 90)`)
    training.stallDrawing()
    void training.render(work!).catch(() => undefined)
    await expect.poll(() => training.host.scene().nodes).toHaveLength(2)
    training.close()
    expect(training.host.scene().nodes.map(({ id }) => id)).toEqual([work])
  })
})

it('is opened from the menu', async () => {
  const { opened } = await openPlugin({ host: training.host, command: 'dataset' })
  expect(opened.launch).toEqual({ command: 'dataset' })
})
