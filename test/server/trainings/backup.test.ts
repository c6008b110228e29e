import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createBackup } from '../../../server/backup/create-backup.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { loraFile } from '../../fakes/replicate/trained-weights.ts'
import { createKeptLog } from '../kept-log.ts'
import { temporaryFolder } from '../start-proxy.ts'
import { openTraining, trainingsOn } from './open-training.ts'

it('a backup holds the weights, and what had not begun is never paid twice', async () => {
  const { fake, proxy, start, request, create, ended } = await openTraining()
  const done = await ended((await create(request())).id)
  fake.script.next({ on: 'createFile', respond: { delayMs: 60_000 } })
  const waiting = await create(request())
  const file = join(temporaryFolder(), 'maquette.tar')
  const now = Date.now()
  const backedUp = await createBackup({ data: proxy.data, file, version: '0.1.0', now })
  expect(backedUp).toMatchObject({ weights: 1, damaged: 0 })
  await proxy.stop()

  const folder = join(temporaryFolder(), 'restored')
  await restoreBackup({ file, folder, now, log: createKeptLog().log })
  const restored = await start({ data: folder })
  const kept = await restored.request(`/v1/trainings/${done.id}/weights`)
  expect(Buffer.from(await kept.arrayBuffer()).equals(loraFile(16))).toBe(true)
  expect(await trainingsOn(restored).get(waiting.id)).toMatchObject({
    state: 'failed',
    error: { code: 'interrupted', charged: 'maybe' },
  })
  const { day } = await restored.call('getBudget', '/v1/budget')
  expect(day.reserved).toBeCloseTo(waiting.price.usd, 6)
  expect(fake.count('createTraining')).toBe(1)
}, 20_000)
