import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../server/db/migrate.ts'
import { WrittenStyle } from '../../../shared/style.ts'
import { FIRST_STYLE } from '../../../shared/first-style.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { jobRequest, newDocumentId } from '../job-request.ts'
import { picture } from '../pictures.ts'
import type { StartedProxy } from '../start-proxy.ts'
import { startProxy } from '../start-proxy.ts'

const HOUR = 3_600_000

const open = async () => {
  const engine = createScriptedEngine()
  const clock = createManualClock()
  const proxy = await startProxy({ engines: [engine], clock })
  return { ...proxy, engine, clock }
}
const finder =
  ({ call }: Pick<StartedProxy, 'call'>) =>
  async (query: Readonly<Record<string, string>>) => {
    const search = new URLSearchParams(query).toString()
    const { jobs, next } = await call('listJobs', `/v1/jobs?${search}`)
    return { briefs: jobs.map(({ request }) => request.brief), next }
  }

describe('a search of the history', () => {
  it('finds parts of words in any order, without capitals and accents, and nothing as a pattern', async () => {
    const proxy = await open()
    for (const brief of ['Curly CAFÉ owner', '50% of a_knight', 'a knight in red', '粘土の騎士'])
      await proxy.create(jobRequest({ brief }))
    const find = finder(proxy)
    const words = async (text: string) => (await find({ words: text })).briefs
    expect(await words('cafe curl')).toEqual(['Curly CAFÉ owner'])
    expect(await words('OWNER Café')).toEqual(['Curly CAFÉ owner'])
    expect(await words('knight')).toEqual(['a knight in red', '50% of a_knight'])
    expect(await words('0% a_')).toEqual(['50% of a_knight'])
    expect(await words('a%knight')).toEqual([])
    expect(await words('粘土')).toEqual(['粘土の騎士'])
    expect(await words('"*')).toEqual([])
    expect(await words(' ')).toHaveLength(4)
  })

  it('goes page by page to the oldest one', async () => {
    const proxy = await open()
    for (let at = 0; at < 7; at += 1) {
      await proxy.create(jobRequest({ brief: `knight ${at}` }))
      await proxy.create(jobRequest({ brief: `cook ${at}` }))
    }
    const find = finder(proxy)
    const found: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await find({ words: 'knight', limit: '3', ...(cursor && { cursor }) })
      found.push(...page.briefs)
      cursor = page.next
    }
    expect(found).toEqual([6, 5, 4, 3, 2, 1, 0].map((at) => `knight ${at}`))
  })

  it('is of a style, a version, a time and a file', async () => {
    const proxy = await open()
    const { style } = await proxy.call('createStyle', '/v1/styles', {
      json: { ...v.parse(WrittenStyle, FIRST_STYLE), name: 'Other', model: 'nua/other' },
    })
    const document = newDocumentId()
    await proxy.create(jobRequest({ brief: 'first', document }))
    proxy.clock.advance(HOUR)
    const since = new Date(proxy.clock.now()).toISOString()
    await proxy.create(jobRequest({ brief: 'second', style: style.id }))
    proxy.clock.advance(HOUR)
    const until = new Date(proxy.clock.now()).toISOString()
    await proxy.create(jobRequest({ brief: 'third', style: style.id, version: 'nua/x', document }))
    const find = finder(proxy)
    const briefs = async (query: Readonly<Record<string, string>>) => (await find(query)).briefs
    expect(await briefs({ style: style.id })).toEqual(['third', 'second'])
    expect(await briefs({ version: 'nua/x' })).toEqual(['third'])
    expect(await briefs({ version: 'nua/other' })).toEqual(['second'])
    expect(await briefs({ since })).toEqual(['third', 'second'])
    expect(await briefs({ until })).toEqual(['second', 'first'])
    expect(await briefs({ since, until })).toEqual(['second'])
    expect(await briefs({ style: style.id, document })).toEqual(['third'])
    expect(await briefs({ words: 'i', document, state: 'queued' })).toEqual([])
    expect((await proxy.refusal('/v1/jobs?since=yesterday')).status).toBe(400)
  })

  it('is of jobs with a star, or with a reject', async () => {
    const proxy = await open()
    proxy.engine.onRun = (run) =>
      void picture().then((bytes) => run.say({ type: 'finished', bytes }))
    const ids = []
    for (const brief of ['star', 'reject', 'none'])
      ids.push((await proxy.ended((await proxy.create(jobRequest({ brief }))).id)).id)
    const mark = (id: string, mark: unknown) =>
      proxy.request(`/v1/jobs/${id}/outputs/0/mark`, { method: 'PUT', json: { mark } })
    await mark(ids[0]!, { kind: 'star' })
    await mark(ids[1]!, { kind: 'reject', reason: 'hands' })
    const find = finder(proxy)
    expect((await find({ mark: 'star' })).briefs).toEqual(['star'])
    expect((await find({ mark: 'reject' })).briefs).toEqual(['reject'])
    await mark(ids[0]!, null)
    expect((await find({ mark: 'star' })).briefs).toEqual([])
  })

  it('finds jobs that are older than it', async () => {
    const { create, data, stop } = await open()
    await create(jobRequest({ brief: 'an ÄLTERER knight' }))
    await stop()
    const path = join(data, 'maquette.db')
    const made = new DatabaseSync(path)
    const [job] = made.prepare('SELECT id, request, plan, progress FROM jobs').all()
    made.close()
    rmSync(path)
    const old = new DatabaseSync(path)
    migrate(old, 6)
    old
      .prepare(
        `INSERT INTO jobs (id, state, count, sequence, created_at, request, plan, progress)
        VALUES (:id, 'queued', 1, 1, 1, :request, :plan, :progress)`,
      )
      .run(job!)
    old.close()
    const again = await startProxy({ data, engines: [createScriptedEngine()] })
    expect((await finder(again)({ words: 'alterer', style: 'nua' })).briefs).toHaveLength(1)
  })
})

it('a picture that she dismissed says so, until she takes it back', async () => {
  const engine = createScriptedEngine()
  const proxy = await startProxy({ engines: [engine] })
  const { id } = await proxy.create(jobRequest({ count: 2 }))
  ;(await engine.started(1)).say({ type: 'finished', bytes: await picture() })
  const job = await proxy.until(id, ({ outputs }) => outputs.length === 1)
  const dismiss = (dismissed: unknown, index = 0) =>
    proxy.request(`/v1/jobs/${id}/outputs/${index}/dismissed`, {
      method: 'PUT',
      json: { dismissed },
    })
  expect(job.outputs[0]?.dismissed).toBe(false)
  expect((await dismiss(true)).status).toBe(200)
  const dismissed = await proxy.job(id)
  expect(dismissed.outputs[0]).toMatchObject({ dismissed: true, placed: false })
  expect(dismissed.sequence).toBeGreaterThan(job.sequence!)
  await dismiss(false)
  expect((await proxy.job(id)).outputs[0]?.dismissed).toBe(false)
  expect((await dismiss('yes')).status).toBe(400)
  expect((await dismiss(true, 1)).status).toBe(404)
})
