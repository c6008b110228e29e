import { execFile } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { builtPlugin } from '../plugin/built-plugin.ts'
import { jobRequest } from './job-request.ts'
import { MODEL, openReplicate, TOKEN } from './replicate/open-replicate.ts'
import { runProcess } from './run-process.ts'
import { temporaryFolder } from './start-proxy.ts'

const BRIEF = 'canary-brief-9f1c'
const OWNER = `canary-owner-${'0123456789'.repeat(3)}`
const BACKUP = join(import.meta.dirname, '../../server/backup.ts')
const run = promisify(execFile)

it('tokens and briefs stay where they belong, whatever goes wrong', async () => {
  const { fake, url } = await openReplicate()
  const data = temporaryFolder()
  const environment = {
    MAQUETTE_DATA: data,
    MAQUETTE_TOKEN: OWNER,
    REPLICATE_API_TOKEN: TOKEN,
    MAQUETTE_REPLICATE_URL: `${url}/v1`,
    MAQUETTE_MODEL: MODEL,
  }
  const open = async () => {
    const started = runProcess(environment)
    await expect.poll(() => started.said.out, { timeout: 20_000 }).toContain('Ctrl+C')
    const [origin = ''] = /http:\/\/localhost:\d+/.exec(started.said.out) ?? []
    const ask = (path: string, body?: string) =>
      fetch(origin.replace('localhost', '127.0.0.1') + path, {
        headers: { authorization: `Bearer ${OWNER}`, 'content-type': 'application/json' },
        ...(body !== undefined && { method: 'POST', body }),
      })
    const press = () => ask('/v1/jobs', JSON.stringify(jobRequest({ brief: BRIEF, count: 1 })))
    const ended = (count: number) =>
      expect
        .poll(
          async () => {
            const answer: unknown = await (await ask('/v1/jobs')).json()
            const { jobs } = v.parse(contract.listJobs.response, answer)
            return jobs.filter(({ finishedAt }) => finishedAt !== null)
          },
          { timeout: 30_000 },
        )
        .toHaveLength(count)
    return { ...started, ask, press, ended }
  }

  const first = await open()
  const errors: string[] = []
  const refuse = async (answer: Promise<Response>) => {
    const response = await answer
    expect(response.ok).toBe(false)
    errors.push(await response.text())
  }
  await first.press()
  fake.script.run({ outcome: { fail: `KeyError: ${BRIEF} ${TOKEN}` } })
  await first.press()
  fake.script.next({
    on: 'createPrediction',
    respond: { status: 422, body: { detail: `input: ${BRIEF}, Bearer ${TOKEN}` } },
  })
  await first.press()
  await first.ended(3)
  await refuse(
    first.ask('/v1/jobs', JSON.stringify({ ...jobRequest({ brief: BRIEF }), count: 99 })),
  )
  await refuse(first.ask('/v1/jobs', `{"brief":"${BRIEF}`))
  await refuse(first.ask(`/v1/jobs/${BRIEF}`))
  await refuse(first.ask(`/v1/models?name=${BRIEF}`))
  fake.script.next({ on: 'createPrediction', respond: 'hang-after-accept' })
  await first.press()
  await expect.poll(() => fake.ledger.length, { timeout: 20_000 }).toBe(3)
  first.child.kill('SIGKILL')
  await first.end()

  const second = await open()
  await second.ended(4)
  const archive = join(temporaryFolder(), 'backup.tar')
  await run(process.execPath, [BACKUP, archive], {
    env: { PATH: process.env.PATH, MAQUETTE_DATA: data },
  })
  const answers = await Promise.all(
    ['/', '/v1/status', '/v1/openapi.json', '/v1/budget'].map(async (path) =>
      (await second.ask(path)).text(),
    ),
  )
  second.child.kill('SIGTERM')
  expect(await second.end()).toBe(0)

  const kept = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
  const bundle = Object.values(await builtPlugin()).join('\n')
  const said = [first.said, second.said].map(({ out, err }) => out + err).join('\n')
  const logs = [first.said.err, second.said.err].join('\n')

  expect(kept).toContain(BRIEF)
  expect(logs).toContain('A run did not start')
  for (const [where, text] of Object.entries({
    said,
    errors: errors.join('\n'),
    answers: answers.join('\n'),
    bundle,
  })) {
    expect(text, where).not.toContain(BRIEF)
    expect(text, where).not.toContain(TOKEN)
    expect(text, where).not.toContain(OWNER)
  }
  for (const [where, text] of Object.entries({ kept, archive: readFileSync(archive, 'latin1') })) {
    expect(text, where).not.toContain(TOKEN)
    expect(text, where).not.toContain(OWNER)
  }
}, 90_000)
