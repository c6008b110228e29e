import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { openDb } from '../../../server/db/open.ts'
import { createDiskFileStore } from '../../../server/files/create-disk-file-store.ts'
import { FIRST_STYLE } from '../../../shared/first-style.ts'
import { WrittenStyle } from '../../../shared/style.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import type { Step } from '../full-disk.ts'
import { createFullDisk, STEPS } from '../full-disk.ts'
import { jobRequest, newPanelId } from '../job-request.ts'
import { createKeptLog } from '../kept-log.ts'
import { picture } from '../pictures.ts'
import { startProxy, temporaryFolder } from '../start-proxy.ts'

const PNG = { 'content-type': 'image/png' }

/** A store on a disk that is full at one step until told otherwise. */
const createFullStore = (step: Step = 'write') => {
  const { disk, state } = createFullDisk(step)
  const files = createDiskFileStore(join(temporaryFolder(), 'files'), createKeptLog().log, disk)
  return { files, state }
}

const REFUSED = {
  status: 507,
  code: 'storage_full',
  message: expect.stringMatching(/disk.*full.*Nothing was started.*Make room/) as string,
}

describe('a full disk', () => {
  it.each(STEPS)(
    'to %s keeps a picture waiting, and stores it when there is room',
    async (step) => {
      const { files, state } = createFullStore(step)
      const engine = createScriptedEngine()
      const clock = createManualClock()
      const { create, until, ended, request } = await startProxy({
        engines: [engine],
        files,
        clock,
      })
      const { id } = await create(jobRequest())
      const bytes = await picture()
      ;(await engine.started(1)).say({ type: 'finished', bytes })
      const waiting = await until(id, ({ progress }) => progress.note !== null)
      expect([waiting.state, waiting.progress.note, waiting.outputs]).toEqual([
        'running',
        expect.stringMatching(/disk.*full/),
        [],
      ])
      clock.advance(1_000)
      await expect.poll(() => state.tries).toBe(2)
      clock.advance(1_999)
      expect(state.tries).toBe(2)
      clock.advance(1)
      await expect.poll(() => state.tries).toBe(3)
      state.isFull = false
      clock.advance(4_000)
      const done = await ended(id)
      expect(done).toMatchObject({ state: 'succeeded', progress: { note: null } })
      const kept = await request(`/v1/files/${done.outputs[0]!.file}`)
      expect(Buffer.from(await kept.arrayBuffer()).equals(bytes)).toBe(true)
      expect(engine.runs).toHaveLength(1)
    },
  )

  it('lets the proxy stop meanwhile, and the next start stores it', async () => {
    const { files, state } = createFullStore()
    const engine = createScriptedEngine()
    const first = await startProxy({ engines: [engine], files })
    const { id } = await first.create(jobRequest())
    ;(await engine.started(1)).say({ type: 'finished', bytes: await picture() })
    await first.until(id, ({ progress }) => progress.note !== null)
    await first.stop()
    state.isFull = false
    const second = await startProxy({ data: first.data, engines: [engine], files })
    expect((await second.ended(id)).state).toBe('succeeded')
  })

  it('takes no new press while a picture waits, and takes it again afterwards', async () => {
    const { files, state } = createFullStore()
    const engine = createScriptedEngine()
    const clock = createManualClock()
    const { create, until, ended, refusal, call } = await startProxy({
      engines: [engine],
      files,
      clock,
    })
    const { id } = await create(jobRequest())
    ;(await engine.started(1)).say({ type: 'finished', bytes: await picture() })
    await until(id, ({ progress }) => progress.note !== null)
    const press = jobRequest()
    expect(await refusal('/v1/jobs', { json: press })).toMatchObject(REFUSED)
    expect((await call('listJobs', '/v1/jobs')).jobs).toHaveLength(1)
    expect(engine.runs).toHaveLength(1)
    state.isFull = false
    clock.advance(1_000)
    await ended(id)
    await create(press)
    await engine.started(2)
  })

  it('takes no new press when there is next to no room, and says so in the log', async () => {
    let free = 50 * 1024 * 1024
    const engine = createScriptedEngine()
    const { refusal, create, logged } = await startProxy({
      engines: [engine],
      freeBytes: () => Promise.resolve(free),
    })
    expect(await refusal('/v1/jobs', { json: jobRequest() })).toMatchObject(REFUSED)
    expect(await refusal('/v1/jobs', { json: jobRequest() })).toMatchObject(REFUSED)
    expect(engine.runs).toHaveLength(0)
    expect(logged.filter((line) => line.includes('The disk is getting full'))).toHaveLength(1)
    free *= 100
    await create(jobRequest())
    await engine.started(1)
  })

  it('tells who uploads', async () => {
    const { files } = createFullStore()
    const { refusal } = await startProxy({ files })
    expect(await refusal('/v1/files', { body: await picture(), headers: PNG })).toMatchObject({
      status: 507,
      code: 'storage_full',
    })
  })
})

describe('a full database', () => {
  const open = async () => {
    const data = temporaryFolder()
    const db = openDb(join(data, 'maquette.db'), { now: 0, log: createKeptLog().log })
    const engine = createScriptedEngine()
    const clock = createManualClock()
    const proxy = await startProxy({ data, db, engines: [engine], clock })
    const fill = () => {
      db.exec('CREATE TABLE filler (words TEXT); PRAGMA max_page_count = 1')
      const insert = db.prepare('INSERT INTO filler VALUES (?)')
      // To the last row that fits.
      for (const size of [100_000, 10_000, 1_000, 100, 10, 1])
        try {
          for (;;) insert.run('x'.repeat(size))
        } catch {
          continue
        }
    }
    const makeRoom = () => db.exec('PRAGMA max_page_count = 1000000; DROP TABLE filler')
    return { ...proxy, engine, clock, fill, makeRoom }
  }

  it('refuses presses and styles in words, and still shows everything', async () => {
    const { create, ended, engine, fill, makeRoom, refusal, call, request } = await open()
    const { id } = await create(jobRequest())
    ;(await engine.started(1)).say({ type: 'finished', bytes: await picture() })
    const done = await ended(id)
    fill()
    const style = v.parse(WrittenStyle, FIRST_STYLE)
    const long = { ...style, name: 'Long', template: `{brief} ${'x'.repeat(1900)}` }
    const full = { status: 507, code: 'storage_full' }
    const brief = 'x'.repeat(2000)
    expect(await refusal('/v1/jobs', { json: jobRequest({ brief }) })).toMatchObject(REFUSED)
    // The last page of a table has room for one row.
    await request('/v1/styles', { method: 'POST', json: long })
    await request('/v1/styles', { method: 'POST', json: long })
    expect(await refusal('/v1/styles', { json: long })).toMatchObject(full)
    expect(await call('getJob', `/v1/jobs/${id}`)).toEqual({ job: done })
    expect((await request(`/v1/files/${done.outputs[0]!.file}`)).status).toBe(200)
    expect((await call('listJobs', '/v1/jobs')).jobs).toHaveLength(1)
    expect(engine.runs).toHaveLength(1)
    makeRoom()
    expect(
      (
        await call('claimOutput', `/v1/jobs/${id}/outputs/0/claim`, {
          json: { panel: newPanelId() },
        })
      ).granted,
    ).toBe(true)
  })

  it('keeps a finished picture waiting, and writes it down when there is room', async () => {
    const { create, until, ended, engine, clock, fill, makeRoom } = await open()
    const { id } = await create(jobRequest())
    const run = await engine.started(1)
    await until(id, ({ state }) => state === 'running')
    fill()
    run.say({ type: 'warning', message: 'w'.repeat(5000) })
    run.say({ type: 'finished', bytes: await picture() })
    const waiting = await until(id, ({ progress }) => progress.note !== null)
    expect([waiting.state, waiting.progress.note]).toEqual([
      'running',
      expect.stringMatching(/disk.*full/),
    ])
    makeRoom()
    clock.advance(1_000)
    expect(await ended(id)).toMatchObject({ state: 'succeeded', outputs: [{ index: 0 }] })
    expect(engine.runs).toHaveLength(1)
  })
})
