import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createDiskFileStore } from '../../../server/files/create-disk-file-store.ts'
import type { FileStore } from '../../../server/files/file-store.ts'
import { AppError } from '../../../shared/errors.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { jobRequest } from '../job-request.ts'
import { createKeptLog } from '../kept-log.ts'
import { picture } from '../pictures.ts'
import { startProxy, temporaryFolder } from '../start-proxy.ts'

/** A store on a disk that is full until told otherwise. */
const createFullStore = () => {
  const disk = createDiskFileStore(join(temporaryFolder(), 'files'), createKeptLog().log)
  const state = { isFull: true, tries: 0 }
  const put: FileStore['put'] = (bytes) => {
    state.tries += 1
    return state.isFull
      ? Promise.reject(new AppError('storage_full', 'The disk of the proxy is full.'))
      : disk.put(bytes)
  }
  return { files: { ...disk, put }, state }
}

it('keeps a picture waiting while the disk is full, and stores it when there is room', async () => {
  const { files, state } = createFullStore()
  const engine = createScriptedEngine()
  const clock = createManualClock()
  const { create, until, ended } = await startProxy({ engines: [engine], files, clock })
  const { id } = await create(jobRequest())
  ;(await engine.started(1)).say({ type: 'finished', bytes: await picture() })
  const waiting = await until(id, ({ progress }) => progress.note !== null)
  expect([waiting.state, waiting.progress.note]).toEqual([
    'running',
    expect.stringMatching(/disk.*full/),
  ])
  clock.advance(1_000)
  await expect.poll(() => state.tries).toBe(2)
  clock.advance(1_999)
  expect(state.tries).toBe(2)
  clock.advance(1)
  await expect.poll(() => state.tries).toBe(3)
  state.isFull = false
  clock.advance(4_000)
  expect(await ended(id)).toMatchObject({ state: 'succeeded', progress: { note: null } })
})

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

it('tells who uploads', async () => {
  const { files } = createFullStore()
  const { refusal } = await startProxy({ files })
  const headers = { 'content-type': 'image/png' }
  expect(await refusal('/v1/files', { body: await picture(), headers })).toMatchObject({
    status: 507,
    code: 'storage_full',
  })
})
