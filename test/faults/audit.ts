import { createHash } from 'node:crypto'
import { expect, vi } from 'vitest'
import type { Api } from '../../plugin/ui/proxy/create-api.ts'
import type { JobView, RunView } from '../../shared/contract/index.ts'
import { isFinal } from '../../shared/job.ts'
import { placeOf } from './canvas.ts'
import { PREDICT_TIME } from './designer.ts'
import type { Desk } from './open-desk.ts'
import { USD_PER_SECOND } from './paid-run.ts'
import type { Books, Wish } from './read-books.ts'
import { readBooks } from './read-books.ts'

/** Of one picture, estimated or measured: all runs take the same time. */
export const PRICE = PREDICT_TIME * USD_PER_SECOND
const DIGITS = 6
/** Milliseconds. */
const PATIENCE = 5000

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

export const isGivenUp = ({ error }: RunView): boolean =>
  error?.code === 'interrupted' && error.charged === 'maybe'

const isExpired = ({ error }: RunView): boolean =>
  error?.code === 'expired' && error.charged === 'yes'

const isFailed = ({ error }: RunView): boolean =>
  error?.code === 'out_of_memory' && error.charged === 'yes'

const shown = ({ id, state, runs, outputs, warnings, cost }: JobView) =>
  [id, { state, runs, outputs, warnings, cost }] as const

/** Every press became one job, which ended, and every panel has heard all of it from the event stream. */
const checkJobs = async ({ designer, panels }: Desk, { jobs }: Books): Promise<void> => {
  expect(jobs.map(({ id }) => id).sort()).toEqual(designer.requests.map(({ id }) => id).sort())
  expect(jobs.filter(({ state }) => !isFinal(state))).toEqual([])
  const known = Object.fromEntries(jobs.map(shown))
  // The last event may be on its way.
  for (const { jobs: heard } of panels)
    await vi.waitFor(() => {
      expect(Object.fromEntries([...heard.values()].map(shown))).toEqual(known)
    }, PATIENCE)
}

/** What became of the runs that Replicate has forgotten: `unheard` of them, nobody ever knew. */
const countForgotten = ({ runs, paid }: Wish) => {
  const forgotten = paid.filter(({ isForgotten }) => isForgotten).length
  const known = paid.filter(({ isForgotten, status }) => !isForgotten && status === 'failed')
  const late = runs.filter(isFailed).length - known.length
  return { late, unheard: forgotten - runs.filter(isExpired).length - late }
}

/** Every picture that was made is kept once, among those that wished for it, and every run without one says why. */
const checkWish = (wish: Wish): void => {
  const { runs, kept, paid, isCanceled } = wish
  const made = paid.flatMap(({ file }) => file ?? [])
  expect(paid.length).toBeLessThanOrEqual(runs.length)
  expect(new Set(kept).size).toBe(kept.length)
  expect(made).toEqual(expect.arrayContaining(kept))
  if (isCanceled) return
  expect(kept.toSorted()).toEqual(made.toSorted())
  const { late, unheard } = countForgotten(wish)
  const givenUp = runs.filter(isGivenUp).length
  expect(late).toBeGreaterThanOrEqual(0)
  expect(unheard).toBeGreaterThanOrEqual(0)
  expect(givenUp).toBeGreaterThanOrEqual(unheard)
  const others = runs.filter((run) => isFailed(run) || isExpired(run)).length
  expect(kept.length + others + givenUp).toBe(runs.length)
}

/** What is on the canvas is what the proxy has, byte for byte, each in its place and reported. */
const checkCanvas = async ({ canvas }: Desk, { jobs }: Books, api: Api): Promise<void> => {
  expect(canvas.faults).toEqual([])
  const outputs = jobs.flatMap((job) => job.outputs.map((output) => ({ job, output })))
  expect(outputs.filter(({ output }) => !output.placed)).toEqual([])
  expect(Object.fromEntries(canvas.filled)).toEqual(
    Object.fromEntries(outputs.map(({ job, output }) => [placeOf(job, output), output.file])),
  )
  for (const { output } of outputs) {
    const bytes = await api.download(output.file)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(output.file)
  }
}

/** What was paid is what Replicate counts; what nobody knows the end of is held. */
const checkMoney = async ({ designer }: Desk, { jobs, wishes }: Books, api: Api): Promise<void> => {
  const { budget } = await api.getStatus({})
  const canceled = jobs.filter(({ id }) => designer.canceled.has(id))
  const kept = wishes.filter(({ isCanceled }) => !isCanceled)
  const drawn = sum(kept.flatMap(({ paid }) => paid.map(({ usd }) => usd)))
  const unheard = sum(kept.map((wish) => countForgotten(wish).unheard))
  const usdOf = (some: readonly JobView[]) => sum(some.map(({ cost }) => cost?.usd ?? 0))
  const held = (some: readonly JobView[]) =>
    some.flatMap(({ runs }) => runs.filter(isGivenUp)).length * PRICE
  const ofCanceled = usdOf(canceled) - held(canceled)
  expect(budget!.spentToday).toBeCloseTo(drawn - unheard * PRICE + ofCanceled, DIGITS)
  expect(budget!.reserved).toBeCloseTo(held(jobs), DIGITS)
  expect(usdOf(jobs)).toBeCloseTo(budget!.spentToday + budget!.reserved, DIGITS)
}

/** Holds what the proxy says against what Replicate says, after all that happened. */
export const audit = async (desk: Desk, api: Api): Promise<Books> => {
  const books = await readBooks(desk, api)
  await checkJobs(desk, books)
  books.wishes.forEach(checkWish)
  await checkCanvas(desk, books, api)
  await checkMoney(desk, books, api)
  expect(desk.fake.count('createPrediction')).toBe(desk.fake.ledger.length)
  return books
}
