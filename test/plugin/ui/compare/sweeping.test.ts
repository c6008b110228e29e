import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { ScriptedSweep } from '../../../fakes/scripted-sweeps.ts'
import type { StartedProxy } from '../../../server/start-proxy.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import { eventually } from '../eventually.ts'
import { openDesk } from '../open-desk.ts'
import type { Desk } from './press-sweep.ts'
import { countCells, pressSweep, viewOf } from './press-sweep.ts'

const BRIEF = 'a wizard with a {red|blue} cape'

let started: StartedProxy
let desk: Desk

const open = (part: Partial<Parameters<typeof openDesk>[0]> = {}) =>
  openDesk({ port: started.port, token: started.proxy.token, ...part })

beforeEach(async () => {
  started = await startProxy()
  desk = await open()
  await desk.isConnected()
})

const press = (of: Desk, texts: Record<string, string>, brief = BRIEF) =>
  pressSweep(of, texts, brief)
/** The next panel on the same file. */
const reopen = async (sweeps: readonly ScriptedSweep[], part = {}) => {
  desk.close()
  return open({ frames: desk.canvas.state.frames, sweeps, ...part })
}

describe('a press', () => {
  test('draws a cell for each pair, as drafts with recipes of their own and one seed', async () => {
    const sweep = await press(desk, { words: '', loraScale: '0, 1' })
    expect(sweep.board?.columns).toEqual(['red', 'blue'])
    expect(sweep.board?.rows).toEqual(['no LoRA', 'LoRA strength 1'])
    await eventually(() => expect(countCells(desk)).toEqual({ drawn: 4 }))
    const drafts = sweep.sweep.jobs.map((job) => desk.drafts().find((draft) => draft.job === job)!)
    expect(drafts.map(({ brief, settings }) => [brief, settings.loraScale])).toEqual([
      ['a wizard with a red cape', 0],
      ['a wizard with a blue cape', 0],
      ['a wizard with a red cape', 1],
      ['a wizard with a blue cape', 1],
    ])
    expect(new Set(drafts.map(({ settings }) => settings.seed)).size).toBe(1)
    expect(desk.drafting.shown.value).toEqual([])
  })

  test('gives cells the shapes of their ratios', async () => {
    const { board } = await press(desk, { aspectRatio: '1:1, 4:5' })
    expect(board?.cells.map(({ width, height }) => [width, height])).toEqual([
      [1024, 1024],
      [896, 1088],
    ])
  })

  test('never has more than six cells under way', async () => {
    let most = 0
    onTestFinished(
      desk.panel.jobs.list.subscribe((jobs) => {
        most = Math.max(most, jobs.filter(({ state }) => !/succeeded/.test(state)).length)
      }),
    )
    await press(desk, { seed: '1 to 16' })
    await eventually(() => expect(countCells(desk)).toEqual({ drawn: 16 }))
    expect(most).toBeLessThanOrEqual(6)
  })

  test('that makes no sense is refused in words', async () => {
    const { sweeping } = desk.comparing
    desk.drafting.form.change({ brief: 'a wizard' })
    for (const [texts, words] of [
      [{ seed: '1 to 65' }, '65 pictures: a sweep has at most 64. Take out some values'],
      [{ seed: '1 to 13', guidance: '1 to 5' }, /^65 pictures/],
      [{ seed: 'one' }, 'Seed: Write 1, 2, 3 or 1 to 4'],
      [{ guidance: '2, 99' }, 'Guidance: From 0 to 10'],
      [{ steps: '2.5' }, 'Steps: Whole numbers only'],
      [{ aspectRatio: '1:1, 7:1' }, /^Shape: Write some of 1:1/],
      [{ version: 'v9' }, /no version v9/],
      [{ words: '' }, 'Words: Write {red|blue|green} in the brief'],
    ] as const) {
      const [columns, rows = null] = Object.keys(texts) as ['seed']
      sweeping.change({ columns, rows, texts })
      expect(sweeping.problem.value).toMatch(words)
      await sweeping.press()
    }
    expect(desk.canvas.sweeps.all).toEqual([])
  })
})

describe('a sweep under way', () => {
  const pressStuck = () => press(desk, { seed: '1 to 9' }, 'a wizard #stuck')

  test('is canceled: its places go away, and nothing is drawn until she says so', async () => {
    const { sweep } = await pressStuck()
    await eventually(() => expect(countCells(desk)).toEqual({ sent: 6, waiting: 3 }))
    await desk.comparing.runner.cancel(viewOf(desk))
    expect(desk.canvas.state.calls.filter((name) => name === 'release')).toHaveLength(1)
    expect(desk.canvas.state.frames).toEqual([])
    await eventually(() => expect(countCells(desk)).toEqual({ empty: 9 }))
    const { jobs } = await started.call('listJobs', '/v1/jobs')
    expect(jobs.map(({ state }) => state)).toEqual(Array(6).fill('canceled'))

    // Undo brings the places back, and not the wish.
    desk.canvas.state.frames = sweep.jobs.map((job, at) => ({
      job,
      index: 0,
      node: `9:${at}`,
      failure: null,
      recipe: null,
      bytes: 0,
    }))
    desk.canvas.remove(() => false)
    await eventually(() => expect(countCells(desk)).toEqual({ failed: 3, empty: 6 }))
    expect((await started.call('listJobs', '/v1/jobs')).jobs).toHaveLength(6)
  })

  test('goes on where it was in the next panel', async () => {
    await pressStuck()
    await eventually(() => expect(countCells(desk)).toEqual({ sent: 6, waiting: 3 }))
    const { all } = desk.canvas.sweeps
    const [first] = all[0]!.sweep.jobs
    const next = await reopen(all)
    await eventually(() => expect(countCells(next)).toEqual({ sent: 6, waiting: 3 }))
    await next.drafting.cancel(first!)
    // The place of the canceled one is free for the next.
    await eventually(() => expect(countCells(next)).toEqual({ empty: 1, sent: 6, waiting: 2 }))
    const jobs = async () => (await started.call('listJobs', '/v1/jobs')).jobs
    await eventually(async () => expect(await jobs()).toHaveLength(7))
  })

  test('waits for a word when somebody else pressed it', async () => {
    await pressStuck()
    await eventually(() => expect(countCells(desk)).toEqual({ sent: 6, waiting: 3 }))
    const all = desk.canvas.sweeps.all.map((one) => ({ ...one, isMine: false }))
    const next = await reopen(all)
    await eventually(() => expect(countCells(next)).toEqual({ sent: 6, waiting: 3 }))
    await next.drafting.cancel(all[0]!.sweep.jobs[0]!)
    await eventually(() => expect(countCells(next)).toEqual({ empty: 1, sent: 5, waiting: 3 }))
    expect(next.comparing.runner.goesOn(viewOf(next))).toBe(false)
    next.comparing.runner.resume(viewOf(next))
    await eventually(() => expect(countCells(next)).toEqual({ empty: 1, sent: 6, waiting: 2 }))
  })

  test('leaves out a cell whose place she deleted', async () => {
    const { sweep } = await pressStuck()
    await eventually(() => expect(countCells(desk)).toEqual({ sent: 6, waiting: 3 }))
    desk.canvas.remove(({ job }) => job === sweep.jobs[8])
    await eventually(() => expect(countCells(desk)).toEqual({ sent: 6, waiting: 2, empty: 1 }))
  })

  test('ends with its board', async () => {
    const { section } = await pressStuck()
    await eventually(() => expect(countCells(desk)).toEqual({ sent: 6, waiting: 3 }))
    const jobs = async () => (await started.call('listJobs', '/v1/jobs')).jobs
    await eventually(async () => expect(await jobs()).toHaveLength(6))
    desk.canvas.sweeps.remove(section)
    desk.canvas.tellSweeps()
    desk.canvas.remove(() => false)
    await eventually(() => expect(desk.panel.sweeps.value).toEqual([]))
    for (const { id } of await jobs()) await desk.drafting.cancel(id)
    expect(await jobs()).toHaveLength(6)
  })
})

describe('cells without a picture', () => {
  test('are drawn again with new jobs, in the same places', async () => {
    const { sweep } = await press(desk, { seed: '1 to 3' }, 'a wizard #fail')
    await eventually(() => expect(countCells(desk)).toEqual({ failed: 3 }))
    const nodes = desk.canvas.state.frames.map(({ node }) => node)
    await desk.comparing.sweeping.drawOpen(viewOf(desk))
    const again = viewOf(desk).sweep.jobs
    expect(again.some((job) => sweep.jobs.includes(job))).toBe(false)
    await eventually(() => expect(countCells(desk)).toEqual({ failed: 3 }))
    expect(desk.canvas.state.frames.map(({ node }) => node)).toEqual(nodes)
    expect((await started.call('listJobs', '/v1/jobs')).jobs).toHaveLength(6)
  })

  test('are placed where the proxy has their picture, and not paid for again', async () => {
    const { sweep } = await press(desk, { seed: '1 to 3' })
    await eventually(() => expect(countCells(desk)).toEqual({ drawn: 3 }))
    const [first] = sweep.jobs
    desk.canvas.state.frames = desk.canvas.state.frames.filter(({ job }) => job !== first)
    const next = await reopen(desk.canvas.sweeps.all)
    await eventually(() => expect(countCells(next)).toEqual({ drawn: 2, kept: 1 }))
    await next.comparing.sweeping.drawOpen(viewOf(next))
    next.canvas.tellSweeps()
    await eventually(() => expect(countCells(next)).toEqual({ drawn: 3 }))
    expect((await started.call('listJobs', '/v1/jobs')).jobs).toHaveLength(3)
  })
})

test('more values are more cells, and those that are there stay', async () => {
  const { sweep } = await press(desk, { seed: '1, 2', guidance: '2, 3' })
  await eventually(() => expect(countCells(desk)).toEqual({ drawn: 4 }))
  await desk.comparing.sweeping.grow(viewOf(desk), {
    ...viewOf(desk).sweep,
    columns: { setting: 'seed', values: [1, 2, 9] },
  })
  await eventually(() => expect(countCells(desk)).toEqual({ drawn: 6 }))
  const { jobs } = viewOf(desk).sweep
  expect([jobs[0], jobs[1], jobs[3], jobs[4]]).toEqual(sweep.jobs)
  expect(
    desk
      .drafts()
      .map(({ settings }) => settings.seed)
      .filter((seed) => seed === 9),
  ).toHaveLength(2)
})
