import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { StoredFile } from '../../../shared/contract/index.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { jobRequest } from '../job-request.ts'
import { picture } from '../pictures.ts'
import type { StartedProxy } from '../start-proxy.ts'
import { startProxy } from '../start-proxy.ts'

const DAY = 86_400_000

const open = async (data?: string) => {
  const clock = createManualClock()
  const engine = createScriptedEngine({ referenceUses: ['follow'] })
  const proxy = await startProxy({ clock, engines: [engine], ...(data !== undefined && { data }) })
  return { ...proxy, clock, engine }
}

const upload = async ({ request }: StartedProxy, bytes: Uint8Array) => {
  const headers = { 'content-type': 'image/png' }
  return v.parse(StoredFile, await (await request('/v1/files', { body: bytes, headers })).json()).id
}

const press = (file: StoredFile['id']) =>
  jobRequest({ reference: { file, use: 'follow', strength: 0.5 } })

const days = async ({ clock }: Awaited<ReturnType<typeof open>>, count: number) => {
  for (let day = 0; day < count; day += 1) {
    clock.advance(DAY)
    // Files are deleted between two turns of the clock.
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const isThere = async ({ request }: StartedProxy, file: string): Promise<boolean> =>
  (await request(`/v1/files/${file}`)).status === 200

const remove = ({ request }: StartedProxy, file: string) =>
  request(`/v1/files/${file}`, { method: 'DELETE' })

describe('references', () => {
  it('are deleted 30 days after their last job, and never its drafts', async () => {
    const proxy = await open()
    const { engine, create, ended, refusal } = proxy
    const file = await upload(proxy, await picture())
    const { id } = await create(press(file))
    await days(proxy, 40)
    expect(await isThere(proxy, file)).toBe(true)
    ;(await engine.started(1)).say({ type: 'finished', bytes: await picture('png', { red: 3 }) })
    const { outputs } = await ended(id)
    await days(proxy, 29)
    expect(await isThere(proxy, file)).toBe(true)
    await days(proxy, 2)
    await expect.poll(() => isThere(proxy, file)).toBe(false)
    expect(await isThere(proxy, outputs[0]!.file)).toBe(true)
    expect(await refusal('/v1/jobs', { json: press(file) })).toMatchObject({
      status: 400,
      message: expect.stringContaining('not on the proxy') as string,
    })
    expect(engine.runs).toHaveLength(1)
  })

  it('that no job used are deleted 30 days after they were sent last', async () => {
    const proxy = await open()
    const bytes = await picture()
    const file = await upload(proxy, bytes)
    await days(proxy, 20)
    await upload(proxy, bytes)
    await days(proxy, 29)
    expect(await isThere(proxy, file)).toBe(true)
    await days(proxy, 2)
    await expect.poll(() => isThere(proxy, file)).toBe(false)
  })

  it('stay as long as the settings say', async () => {
    const clock = createManualClock()
    const proxy = await startProxy({ clock, config: { keepReferencesDays: 1 } })
    const file = await upload(proxy, await picture())
    clock.advance(DAY)
    expect(await isThere(proxy, file)).toBe(true)
    clock.advance(DAY)
    await expect.poll(() => isThere(proxy, file)).toBe(false)
  })

  it('whose time passed while the proxy was off go at its start', async () => {
    const first = await open()
    const file = await upload(first, await picture())
    await first.stop()
    const clock = createManualClock(Date.UTC(2026, 2, 1))
    const second = await startProxy({ data: first.data, clock })
    await expect.poll(() => isThere(second, file)).toBe(false)
    expect(second.logged.some((line) => line.includes(file))).toBe(true)
  })
})

describe('DELETE /v1/files/{id}', () => {
  it('deletes a reference at once', async () => {
    const proxy = await open()
    const file = await upload(proxy, await picture())
    const answer = await remove(proxy, file)
    expect([answer.status, await answer.json()]).toEqual([200, { id: file }])
    expect(await isThere(proxy, file)).toBe(false)
    expect((await remove(proxy, file)).status).toBe(404)
  })

  it('leaves what a job still needs, until it has ended', async () => {
    const proxy = await open()
    const { engine, create, ended, refusal } = proxy
    const file = await upload(proxy, await picture())
    const { id } = await create(press(file))
    const run = await engine.started(1)
    expect(await refusal(`/v1/files/${file}`, { method: 'DELETE' })).toMatchObject({
      status: 409,
      message: expect.stringContaining('has not ended') as string,
    })
    expect(await isThere(proxy, file)).toBe(true)
    run.say({ type: 'finished', bytes: await picture('png', { red: 3 }) })
    await ended(id)
    expect((await remove(proxy, file)).status).toBe(200)
  })

  it('leaves what a canceled job may be looked for by, for an hour', async () => {
    const proxy = await open()
    const file = await upload(proxy, await picture())
    const { id } = await proxy.create(press(file))
    await proxy.cancel(id)
    expect((await remove(proxy, file)).status).toBe(409)
    proxy.clock.advance(3_600_000)
    expect((await remove(proxy, file)).status).toBe(200)
  })

  it('never deletes a draft, also one that was sent as a reference', async () => {
    const proxy = await open()
    const bytes = await picture()
    const { id } = await proxy.create(jobRequest())
    ;(await proxy.engine.started(1)).say({ type: 'finished', bytes })
    const [output] = (await proxy.ended(id)).outputs
    const refused = { status: 409, message: 'This picture is a draft. Drafts are kept.' }
    expect(await proxy.refusal(`/v1/files/${output!.file}`, { method: 'DELETE' })).toMatchObject(
      refused,
    )
    expect(await upload(proxy, bytes)).toBe(output!.file)
    expect(await proxy.refusal(`/v1/files/${output!.file}`, { method: 'DELETE' })).toMatchObject(
      refused,
    )
    await days(proxy, 40)
    expect(await isThere(proxy, output!.file)).toBe(true)
  })
})

it('GET /v1/status says what the disk holds and what it has left', async () => {
  const proxy = await startProxy({ freeBytes: () => Promise.resolve(5e9) })
  const bytes = await picture()
  await upload(proxy, bytes)
  const storage = async () => (await proxy.call('getStatus', '/v1/status')).storage
  await expect.poll(storage).toMatchObject({ files: 1, fileBytes: bytes.length, freeBytes: 5e9 })
  expect((await storage())!.databaseBytes).toBeGreaterThan(10_000)
})
