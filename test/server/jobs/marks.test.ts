import { expect, it } from 'vitest'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { jobRequest } from '../job-request.ts'
import { picture } from '../pictures.ts'
import { startProxy } from '../start-proxy.ts'

const finishedJob = async () => {
  const engine = createScriptedEngine()
  const proxy = await startProxy({ engines: [engine] })
  const { id } = await proxy.create(jobRequest({ count: 2 }))
  ;(await engine.started(1)).say({ type: 'finished', bytes: await picture() })
  const job = await proxy.until(id, ({ outputs }) => outputs.length === 1)
  const mark = (value: unknown, index = 0) =>
    proxy.request(`/v1/jobs/${id}/outputs/${index}/mark`, {
      method: 'PUT',
      json: { mark: value },
    })
  return { ...proxy, id, job, mark }
}

it('a mark is kept with the picture, counts as a change, and can be taken back', async () => {
  const { mark, job, call, id } = await finishedJob()
  const star = { kind: 'star' }
  expect(job.outputs[0]?.mark).toBeNull()
  expect((await mark(star)).status).toBe(200)
  const marked = (await call('getJob', `/v1/jobs/${id}`)).job
  expect(marked.outputs[0]?.mark).toEqual(star)
  expect(marked.sequence).toBeGreaterThan(job.sequence!)
  await mark({ kind: 'reject', reason: 'clay' })
  await mark(null)
  expect((await call('getJob', `/v1/jobs/${id}`)).job.outputs[0]?.mark).toBeNull()
})

it.each([
  ['no reason', { kind: 'reject' }, 400],
  ['a reason that nobody knows', { kind: 'reject', reason: 'ugly' }, 400],
  ['nothing', undefined, 400],
])('%s is no mark', async (_, value, status) => {
  const { mark } = await finishedJob()
  expect((await mark(value)).status).toBe(status)
})

it('a picture that is not there has no mark', async () => {
  const { mark } = await finishedJob()
  expect((await mark({ kind: 'star' }, 1)).status).toBe(404)
})
