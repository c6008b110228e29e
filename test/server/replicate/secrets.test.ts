import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readEvents } from '../event-reader.ts'
import { jobRequest } from '../job-request.ts'
import { openReplicate, TOKEN } from './open-replicate.ts'

/** Every file of a data folder, as text. */
const textOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

it('the token of Replicate is in no log, answer, event or file', async () => {
  const { fake, start } = await openReplicate()
  const proxy = await start()
  const events = await readEvents(proxy)
  const echo = { status: 422, body: { detail: `Authorization: Bearer ${TOKEN}` } }
  fake.script.next({ on: 'createPrediction', respond: echo })
  fake.script.next({ on: 'createPrediction', respond: 'reset-after-accept' })
  fake.script.next({ on: 'getPrediction', respond: { ...echo, status: 500 } })
  fake.script.run({ times: 1 })
  fake.script.run({ outcome: { fail: `KeyError: ${TOKEN}` } })
  const { id } = await proxy.create(jobRequest({ count: 4 }))
  const job = await proxy.ended(id)
  expect(job.runs.filter(({ state }) => state === 'failed')).toHaveLength(2)
  const reads = await events.until(
    (read) =>
      typeof read === 'object' && read.event.type === 'job' && read.event.job.state === 'succeeded',
  )
  fake.script.next({ on: 'getModel', respond: echo })
  const refused = await proxy.refusal('/v1/models?name=maker/nua-sdxl')
  const answers = await Promise.all(
    ['/v1/status', '/v1/jobs', `/v1/jobs/${id}`, '/v1/openapi.json'].map(async (path) =>
      (await proxy.request(path)).text(),
    ),
  )
  await proxy.stop()
  const files = textOf(proxy.data)
  expect(files).toContain(id)
  expect(proxy.logged.length).toBeGreaterThan(1)
  const seen = JSON.stringify([reads, refused, answers, proxy.logged])
  expect(seen).toContain(id)
  expect(seen).not.toContain(TOKEN)
  expect(files).not.toContain(TOKEN)
})
