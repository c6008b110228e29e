import {
  closeSync,
  cpSync,
  mkdtempSync,
  rmSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { JobView } from '../../../shared/contract/index.ts'
import { FIRST_STYLE } from '../../../shared/first-style.ts'
import { WrittenStyle } from '../../../shared/style.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { jobRequest } from '../job-request.ts'
import { picture } from '../pictures.ts'
import type { StartedProxy } from '../start-proxy.ts'
import { startProxy, temporaryFolder } from '../start-proxy.ts'

// The first test makes the folder for all.
vi.setConfig({ testTimeout: 30_000 })

const PAGE = 4096
const JOBS = 40

/** An engine that makes another small picture each time. */
const quickEngine = async () => {
  const engine = createScriptedEngine()
  const pictures = await Promise.all(
    Array.from({ length: JOBS + 20 }, (_, red) => picture('png', { red })),
  )
  engine.onRun = (run) => run.say({ type: 'finished', bytes: pictures.pop()! })
  return engine
}

const start = async (data?: string) =>
  startProxy({ engines: [await quickEngine()], ...(data !== undefined && { data }) })

/** The folder of a proxy that has stopped, with finished jobs, and what they are. */
const work = async (): Promise<{ data: string; jobs: readonly JobView[] }> => {
  const { data, create, ended, call, stop } = await start(mkdtempSync(join(tmpdir(), 'maquette-')))
  const style = v.parse(WrittenStyle, FIRST_STYLE)
  await call('createStyle', '/v1/styles', { json: { ...style, name: 'Second' } })
  const jobs: JobView[] = []
  for (let count = 0; count < JOBS; count += 1) {
    const { id } = await create(jobRequest({ brief: `a secret brief ${'clay '.repeat(300)}` }))
    jobs.push(await ended(id))
  }
  await stop()
  return { data, jobs }
}

let worked: Awaited<ReturnType<typeof work>> | null = null
const workedFolder = async () => {
  worked ??= await work()
  const data = temporaryFolder()
  cpSync(worked.data, data, { recursive: true })
  return { data, jobs: worked.jobs, database: join(data, 'maquette.db') }
}
afterAll(() => {
  if (worked) rmSync(worked.data, { recursive: true })
})

/** Overwrites pages from one on, counted from 0. */
const breakPages = (database: string, from: number, count = 1): void => {
  const file = openSync(database, 'r+')
  writeSync(file, Buffer.alloc(count * PAGE, 0xa5), 0, count * PAGE, from * PAGE)
  closeSync(file)
}

/** The pages that belong to a table, as SQLite's own map of the file names them. */
const pagesOf = (database: string, table: string): number[] => {
  const db = new DatabaseSync(database)
  const pages = db
    .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno`)
    .all(table)
    .map(({ pageno }) => Number(pageno) - 1)
  db.close()
  return pages
}

const list = async ({ call }: StartedProxy) => (await call('listJobs', '/v1/jobs?limit=100')).jobs
const aside = (data: string) => readdirSync(data).filter((name) => /damaged-.*Z$/.test(name))

describe('a damaged database', () => {
  it('is set aside; what can be read of it goes on, with every picture', async () => {
    const { data, jobs, database } = await workedFolder()
    const leaves = pagesOf(database, 'jobs')
    breakPages(database, leaves[Math.floor(leaves.length / 2)]!, 2)
    const before = readFileSync(database)

    const proxy = await start(data)
    const saved = await list(proxy)
    expect(saved.length).toBeGreaterThan(JOBS / 2)
    expect(saved.length).toBeLessThan(JOBS)
    for (const job of saved) {
      expect(job).toEqual(jobs.find(({ id }) => id === job.id))
      expect((await proxy.request(`/v1/files/${job.outputs[0]!.file}`)).status).toBe(200)
    }
    expect((await proxy.call('listStyles', '/v1/styles')).styles).toHaveLength(2)
    const { id } = await proxy.create(jobRequest())
    expect((await proxy.ended(id)).state).toBe('succeeded')

    const [file] = aside(data)
    expect(readFileSync(join(data, file!)).equals(before)).toBe(true)
    const said = proxy.logged.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(said).toContainEqual(expect.objectContaining({ file }))
    expect(said).toContainEqual(
      expect.objectContaining({ table: 'jobs', kept: saved.length, lost: JOBS - saved.length }),
    )
    expect(proxy.logged.join()).not.toContain('clay')
  })

  it('shows a finished picture again whose own row was lost', async () => {
    const { data, jobs, database } = await workedFolder()
    pagesOf(database, 'pictures').forEach((page) => breakPages(database, page))
    const saved = await list(await start(data))
    const outputs = (all: readonly JobView[]) =>
      all.flatMap((job) => job.outputs.map(({ file }) => file))
    expect(outputs(saved).sort()).toEqual(outputs(jobs).sort())
  })

  it('finds jobs again whose facts were lost', async () => {
    const { data, jobs, database } = await workedFolder()
    pagesOf(database, 'job_facts').forEach((page) => breakPages(database, page))
    const { call } = await start(data)
    const found = await call('listJobs', '/v1/jobs?words=clay+secret&style=nua&limit=100')
    expect(found.jobs).toHaveLength(jobs.length)
  })

  it('forgets no cost: a job whose charge was lost counts for the caps again', async () => {
    const engine = createScriptedEngine({ pricePerPicture: { usd: 0.02, estimate: false } })
    const first = await startProxy({ engines: [engine] })
    const { id } = await first.create(jobRequest({ count: 2 }))
    ;(await engine.started(2)).say({ type: 'finished', bytes: await picture() })
    const cost = { usd: 0.05, estimate: false }
    engine.runs[0]!.say({ type: 'finished', bytes: await picture(), cost })
    await first.ended(id)
    const budget = async ({ call }: StartedProxy) => (await call('getStatus', '/v1/status')).budget
    const before = await budget(first)
    await first.stop()
    const database = join(first.data, 'maquette.db')
    pagesOf(database, 'charges').forEach((page) => breakPages(database, page))
    expect(before).toMatchObject({ spentToday: 0.07 })
    expect(await budget(await startProxy({ data: first.data, engines: [engine] }))).toEqual(before)
  })

  it('is checked once: the next start finds a good one', async () => {
    const { data, database } = await workedFolder()
    breakPages(database, pagesOf(database, 'jobs').at(-1)!)
    const first = await start(data)
    const jobs = await list(first)
    await first.stop()
    const second = await start(data)
    expect(await list(second)).toEqual(jobs)
    expect(aside(data)).toHaveLength(1)
  })

  it.each([
    ['no database at all', (path: string) => writeFileSync(path, 'no database '.repeat(500))],
    ['empty', (path: string) => truncateSync(path)],
    ['broken at its first page', (path: string) => breakPages(path, 0)],
  ])('gives way to a new one when it is %s', async (_, damage) => {
    const { data, jobs, database } = await workedFolder()
    damage(database)
    const proxy = await start(data)
    expect(await list(proxy)).toEqual([])
    expect((await proxy.call('listStyles', '/v1/styles')).styles).toHaveLength(1)
    expect((await proxy.request(`/v1/files/${jobs[0]!.outputs[0]!.file}`)).status).toBe(200)
    expect(aside(data)).toHaveLength(1)
  })

  it('lets the proxy start however it is cut or overwritten', async () => {
    const { data, database } = await workedFolder()
    const whole = readFileSync(database)
    for (let round = 0; round < 12; round += 1) {
      writeFileSync(database, whole)
      if (round % 3 === 0)
        truncateSync(database, Math.floor((statSync(database).size * round) / 12))
      else breakPages(database, (round * 7) % (whole.length / PAGE), round)
      const { create, ended, call, stop } = await start(data)
      await call('listJobs', '/v1/jobs?limit=100')
      expect((await ended((await create(jobRequest())).id)).state).toBe('succeeded')
      await stop()
    }
  })

  it('is replaced by the next start when this one is cut short between two names', async () => {
    const { jobs, database } = await workedFolder()
    const salvaged = new DatabaseSync(database)
    salvaged.exec(`VACUUM INTO '${database}.salvaged'`)
    salvaged.close()
    const other = temporaryFolder()
    writeFileSync(join(other, 'maquette.db.salvaged'), readFileSync(`${database}.salvaged`))
    writeFileSync(join(other, 'maquette.db-wal'), 'of the damaged one')
    expect(await list(await start(other))).toHaveLength(jobs.length)
    expect(readdirSync(other).filter((name) => name.includes('damaged-'))).toHaveLength(1)
  })
})

describe('a row that cannot be read', () => {
  it('takes nothing along: lists, starts and presses go on, and the log says it once', async () => {
    const { data, jobs, database } = await workedFolder()
    const db = new DatabaseSync(database)
    const [first, second, third] = jobs
    db.prepare(`UPDATE jobs SET progress = '{"half' WHERE id = ?`).run(first!.id)
    db.prepare(`UPDATE jobs SET state = 'queued', plan = 'x' WHERE id = ?`).run(second!.id)
    db.prepare(`UPDATE jobs SET request = '{}' WHERE id = ?`).run(third!.id)
    db.prepare(`UPDATE styles SET style = '{' WHERE id = 'second'`).run()
    db.close()
    const proxy = await start(data)
    expect(await list(proxy)).toHaveLength(JOBS - 3)
    expect((await proxy.call('listJobs', '/v1/jobs?limit=37')).jobs).toHaveLength(37)
    expect((await proxy.call('listStyles', '/v1/styles')).styles).toHaveLength(1)
    expect(await proxy.refusal(`/v1/jobs/${first!.id}`)).toMatchObject({
      status: 404,
      message: expect.stringContaining('damaged') as string,
    })
    const { id } = await proxy.create(jobRequest())
    expect((await proxy.ended(id)).state).toBe('succeeded')
    const said = proxy.logged.filter((line) => line.includes('cannot be read and is left out'))
    expect(said.filter((line) => line.includes(first!.id))).toHaveLength(1)
    expect(said).toHaveLength(4)
    expect(proxy.logged.join()).not.toContain('clay')
  })
})
