import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { jobRequest, newDocumentId } from '../server/job-request.ts'
import type { Measurement } from './figures.ts'
import { percentile } from './percentile.ts'
import { startServer } from './start-server.ts'

const JOBS = 100_000
const TIMES = 300
/** Requests that come before those that count: a proxy after years of drafts has answered some. */
const WARM_UP = 50

/** A hundred thousand copies of the one job that the database has, each with a name and a place of its own. */
const multiply = (file: string): void => {
  const db = new DatabaseSync(file)
  try {
    db.exec(`PRAGMA busy_timeout = 10000;
      BEGIN IMMEDIATE;
      CREATE TEMP TABLE copies AS
        WITH RECURSIVE copy (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM copy WHERE at < ${JOBS})
        SELECT at, 'job_' || printf('%020d', at) AS id FROM copy;
      INSERT INTO jobs (id, document, state, count, sequence, created_at, finished_at, pressed_by,
          request, plan, progress)
        SELECT copies.id, document, state, count, sequence.value + at, created_at, finished_at, pressed_by,
          json_set(request, '$.id', copies.id), plan, progress
        FROM copies, jobs, sequence;
      INSERT INTO job_facts (number, job, document, style, version, created_at, words)
        SELECT jobs.number, jobs.id, jobs.document, style, version, jobs.created_at,
          words || ' number ' || jobs.number
        FROM jobs CROSS JOIN job_facts WHERE jobs.id IN (SELECT id FROM copies);
      INSERT INTO pictures (job, picture, finished_at, placed_at, file)
        SELECT copies.id, picture, finished_at, finished_at, file FROM copies, pictures;
      UPDATE sequence SET value = (SELECT max(sequence) FROM jobs);
      COMMIT`)
  } finally {
    db.close()
  }
}

/** A workspace after years of drafts. */
export const oldJobs: Measurement = {
  name: `a database with ${JOBS.toLocaleString('en')} old jobs`,
  measure: async () => {
    // Drawing begins when the figures are there: what it takes from them is another measurement's.
    const server = await startServer({ MAQUETTE_SAMPLE_SECONDS: '5' })
    try {
      const document = newDocumentId()
      const { id } = await server.draw(jobRequest({ document }), 50)
      multiply(join(server.folder, 'maquette.db'))
      const p95 = async (ask: () => Promise<Response>): Promise<number> => {
        const samples: number[] = []
        for (let time = 0; time < WARM_UP + TIMES; time += 1) {
          const began = performance.now()
          await (await ask()).arrayBuffer()
          samples.push(performance.now() - began)
        }
        return percentile(samples.slice(WARM_UP), 0.95)
      }
      return {
        listP95Ms: await p95(() => server.ask('/v1/jobs')),
        listOfDocumentP95Ms: await p95(() => server.ask(`/v1/jobs?document=${document}`)),
        searchCommonP95Ms: await p95(() => server.ask('/v1/jobs?words=superhero+cape&style=nua')),
        // Words that only the oldest job has, or none: every job is looked at.
        searchRareP95Ms: await p95(() => server.ask('/v1/jobs?words=cape+number+100001')),
        searchNoneP95Ms: await p95(() => server.ask('/v1/jobs?words=zebra')),
        searchStarsP95Ms: await p95(() => server.ask('/v1/jobs?mark=star')),
        getP95Ms: await p95(() => server.ask(`/v1/jobs/${id}`)),
        createP95Ms: await p95(() => server.ask('/v1/jobs', jobRequest({ count: 1 }))),
      }
    } finally {
      await server.stop()
    }
  },
}
