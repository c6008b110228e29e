import { expect, it } from 'vitest'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { jobRequest } from '../job-request.ts'
import { picture } from '../pictures.ts'
import { startProxy } from '../start-proxy.ts'

/** One that takes a picture at a time, and one that takes three. */
const start = async () => {
  const narrow = createScriptedEngine()
  const wide = createScriptedEngine({}, 'replicate')
  narrow.atOnce = 1
  wide.atOnce = 3
  return { narrow, wide, ...(await startProxy({ engines: [narrow, wide] })) }
}

it('an engine draws as many pictures at once as it takes, however busy another one is', async () => {
  const { narrow, wide, create, ended, until } = await start()
  const slow = await create(jobRequest({ count: 4 }))
  await narrow.started(1)
  const quick = await create(jobRequest({ count: 4, engine: 'replicate' }))
  await wide.started(3)
  const { runs } = await until(quick.id, (job) =>
    job.runs.every(({ index, state }) => index === 3 || state === 'running'),
  )
  expect(runs.map(({ state }) => state)).toEqual(['running', 'running', 'running', 'queued'])
  const bytes = await picture()
  wide.onRun = (run) => run.say({ type: 'finished', bytes })
  wide.runs.forEach((run) => run.say({ type: 'finished', bytes }))
  expect((await ended(quick.id)).state).toBe('succeeded')
  expect(narrow.runs).toHaveLength(1)
  expect((await until(slow.id, ({ state }) => state === 'running')).outputs).toEqual([])
})

it('a job in line counts what waits for its own engine only', async () => {
  const { narrow, create } = await start()
  await create(jobRequest({ count: 2 }))
  await narrow.started(1)
  await create(jobRequest({ count: 2 }))
  const third = await create(jobRequest())
  const other = await create(jobRequest({ count: 4, engine: 'replicate' }))
  expect(third.progress).toMatchObject({ ahead: 1, secondsLeft: 24 })
  expect(other.progress).toMatchObject({ ahead: 0, secondsLeft: 16 })
})
