import { beforeEach, describe, expect, test } from 'vitest'
import { recipeFacts } from '../../../../plugin/ui/draft/recipe-facts.ts'
import { planTrial, NEW_TRIAL } from '../../../../plugin/ui/compare/trial/plan-trial.ts'
import { shuffle } from '../../../../plugin/ui/compare/trial/shuffle.ts'
import { trialRows } from '../../../../plugin/ui/compare/trial/trial-rows.ts'
import type { Outcome } from '../../../../shared/comparison.ts'
import type { StartedProxy } from '../../../server/start-proxy.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import { eventually } from '../eventually.ts'
import { openDesk } from '../open-desk.ts'

const MODELS = ['me/nua-one', 'me/nua-two', 'me/nua-three'] as const
const [ONE, TWO] = MODELS

let started: StartedProxy
type Desk = Awaited<ReturnType<typeof openDesk>>
let desk: Desk

beforeEach(async () => {
  started = await startProxy()
  for (const model of MODELS)
    await started.call('addVersion', '/v1/styles/nua/versions', { json: { model } })
  desk = await openDesk({ port: started.port, token: started.proxy.token })
  await desk.isConnected()
})

const view = (of: Desk) => of.panel.sweeps.value.at(-1)!
const rows = (of: Desk) => trialRows(view(of).sweep)
const won = (version: string): Outcome => ({ kind: 'won', version })
const tally = async () =>
  (await started.call('listComparisons', '/v1/comparisons?style=nua')).versions

const press = async (isBlind = true) => {
  const { trials } = desk.comparing
  trials.change({ versions: [ONE, TWO], briefs: 'a wizard\na cook', seeds: '1, 2', isBlind })
  expect(trials.problem.value).toBeNull()
  await trials.press()
  await eventually(() => expect(desk.drafts()).toHaveLength(8))
  return desk.canvas.sweeps.all[0]!
}

test('each brief and seed is drawn by each version, in a row', async () => {
  const { board } = await press(false)
  expect(board?.rows).toEqual([
    'a wizard · seed 1',
    'a wizard · seed 2',
    'a cook · seed 1',
    'a cook · seed 2',
  ])
  for (const { brief, seed, places } of rows(desk)) {
    const drafts = places.map(({ job }) => desk.drafts().find((draft) => draft.job === job)!)
    expect(drafts.map(({ version }) => version)).toEqual([ONE, TWO])
    for (const draft of drafts) expect([draft.brief, draft.settings.seed]).toEqual([brief, seed])
  }
  expect(board?.cells.map(({ caption }) => caption)).toEqual(Array(4).fill(['v1', 'v2']).flat())
})

test('blind, nothing tells which is which until she has chosen, and then everything does', async () => {
  await press()
  const { board } = desk.canvas.sweeps.all[0]!
  expect(board?.cells.map(({ caption }) => caption)).toEqual(Array(4).fill(['A', 'B']).flat())
  const { name, columns, rows: headings } = board!
  const shown = [name, ...columns, ...headings].join()
  for (const word of [ONE, TWO, 'v1', 'v2']) expect(shown).not.toContain(word)
  for (const { job } of desk.drafts()) expect(desk.panel.secret.value.has(job)).toBe(true)
  const facts = recipeFacts(desk.drafts()[0]!, 'Sample', [], true)
  expect(JSON.stringify(facts)).not.toContain('nua-')

  const { trials } = desk.comparing
  await trials.choose(view(desk), 0, won(ONE))
  await trials.choose(view(desk), 1, won(TWO))
  await trials.choose(view(desk), 2, { kind: 'tie' })
  expect(await tally()).toEqual([])
  await trials.choose(view(desk), 3, { kind: 'neither' })
  await trials.choose(view(desk), 0, won(TWO))
  await trials.reveal(view(desk))

  const captions = desk.canvas.sweeps.all[0]!.board!.cells.map(({ caption }) => caption)
  expect(captions.toSorted()).toEqual(
    [
      '★ v2',
      '★ v2',
      'v1',
      'v1',
      'v1 · as good',
      'v2 · as good',
      'v1 · neither',
      'v2 · neither',
    ].toSorted(),
  )
  for (const [at, { places }] of rows(desk).entries())
    for (const [place, { version }] of places.entries())
      expect(captions[at * 2 + place]).toContain(version === ONE ? 'v1' : 'v2')
  expect(desk.panel.secret.value.size).toBe(0)
  await eventually(async () =>
    expect(await tally()).toEqual([
      { version: TWO, wins: 2, ties: 1, comparisons: 4 },
      { version: ONE, wins: 0, ties: 1, comparisons: 4 },
    ]),
  )
})

test('what was chosen while the proxy was away is counted by the next panel, once', async () => {
  await press()
  const { trials } = desk.comparing
  await trials.choose(view(desk), 0, won(ONE))
  await started.stop()
  await trials.reveal(view(desk))
  const { port, data } = started
  started = await startProxy({ port, data })
  const token = started.proxy.token
  for (let panels = 0; panels < 2; panels += 1) {
    const { frames } = desk.canvas.state
    const { all: sweeps } = desk.canvas.sweeps
    desk.close()
    desk = await openDesk({ port, token, frames, sweeps })
    await eventually(async () =>
      expect(await tally()).toEqual([
        { version: ONE, wins: 1, ties: 0, comparisons: 1 },
        { version: TWO, wins: 0, ties: 0, comparisons: 1 },
      ]),
    )
  }
})

describe('the form', () => {
  const plan = (changes: object) =>
    planTrial({ ...NEW_TRIAL, ...changes }, 'a {red|blue} cape', desk.drafting.resolved.value!)

  test('begins with the two newest versions and the brief of the Draft tab', () => {
    const planned = plan({})
    expect(planned.columns?.values).toEqual(MODELS.slice(-2))
    expect(planned.count).toBe(12)
  })

  test.each([
    [{ versions: [ONE] }, 'Choose two or three versions'],
    [{ briefs: ' \n' }, 'Write a brief first'],
    [{ seeds: 'x' }, /^Seeds: Write/],
    [{ seeds: '1 to 17' }, /^68 pictures: a test has at most 64/],
  ])('%j is refused in words', (changes, words) => {
    expect(plan(changes).problem).toMatch(words)
  })
})

test('a shuffle is a permutation, and every one comes up', () => {
  let state = 1
  const random = () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32)
  const orders = new Set(Array.from({ length: 200 }, () => shuffle(3, random).join('')))
  expect([...orders].toSorted()).toEqual(['012', '021', '102', '120', '201', '210'])
})
