import { describe, expect, it } from 'vitest'
import type { JobView } from '../../shared/contract/index.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import type { Read } from './event-reader.ts'
import { isReady, jobsOf, readEvents } from './event-reader.ts'
import { jobRequest, newDocumentId, newPanelId } from './job-request.ts'
import { picture } from './pictures.ts'
import { startProxy } from './start-proxy.ts'

const READY: Read = { id: null, event: { type: 'ready' } }
const has = (isWanted: (job: JobView) => boolean) => (read: Read) =>
  jobsOf([read]).some(({ job }) => isWanted(job))

describe('events', () => {
  it('are server-sent ones, with nothing before the first change', async () => {
    const proxy = await startProxy()
    await proxy.ended((await proxy.create(jobRequest())).id)
    const { response, next } = await readEvents(proxy)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await next()).toEqual(READY)
  })

  it('tell of a job from its beginning to its end, in order, as the job itself is', async () => {
    const proxy = await startProxy()
    const { until } = await readEvents(proxy)
    const { id } = await proxy.create(jobRequest({ count: 2 }))
    const jobs = jobsOf(await until(has(({ state }) => state === 'succeeded')))
    const sequences = jobs.flatMap((read) => (read.id === null ? [] : [Number(read.id)]))
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b))
    const outputs = jobs.map(({ job }) => job.outputs.length)
    expect(outputs).toEqual([...outputs].sort())
    expect(jobs.at(-1)!.job).toEqual(await proxy.job(id))
  })

  it('go on where a reader left off, across a restart', async () => {
    const engine = createScriptedEngine()
    const first = await startProxy({ engines: [engine] })
    const reader = await readEvents(first)
    const seen = await first.create(jobRequest())
    const run = await engine.started(1)
    const last = jobsOf(await reader.until(has(({ state }) => state === 'running'))).at(-1)!
    await reader.close()
    run.say({ type: 'finished', bytes: await picture() })
    await first.ended(seen.id)
    const missed = await first.create(jobRequest())
    await first.until(missed.id, ({ state }) => state === 'running')
    await first.stop()

    const second = await startProxy({ data: first.data, engines: [engine] })
    const { until } = await readEvents(second, { lastEventId: last.id! })
    const history = jobsOf(await until(isReady)).map(({ job }) => [job.id, job.state])
    expect(history).toEqual([
      [seen.id, 'succeeded'],
      [missed.id, 'running'],
    ])
  })

  it('repeat nothing to a reader who has seen everything', async () => {
    const proxy = await startProxy()
    const { until } = await readEvents(proxy)
    await proxy.create(jobRequest())
    const seen = jobsOf(await until(has(({ state }) => state === 'succeeded'))).at(-1)!
    expect(await (await readEvents(proxy, { lastEventId: seen.id! })).next()).toEqual(READY)
  })

  it.each(['999999', 'nonsense'])(
    'tell everything to a reader with a foreign id: %s',
    async (lastEventId) => {
      const proxy = await startProxy()
      const { id } = await proxy.create(jobRequest())
      await proxy.ended(id)
      const { until } = await readEvents(proxy, { lastEventId })
      expect(jobsOf(await until(isReady)).map(({ job }) => job.id)).toEqual([id])
    },
  )

  it('replay a long history whole', async () => {
    const engine = createScriptedEngine()
    const proxy = await startProxy({ engines: [engine] })
    for (let count = 0; count < 120; count += 1) await proxy.create(jobRequest())
    const { until } = await readEvents(proxy, { lastEventId: '0' })
    const ids = jobsOf(await until(isReady)).map(({ job }) => job.id)
    expect(new Set(ids).size).toBe(120)
  })

  it('can be of one document only', async () => {
    const engine = createScriptedEngine()
    const proxy = await startProxy({ engines: [engine] })
    const [mine, other] = [newDocumentId(), newDocumentId()]
    const before = await proxy.create(jobRequest({ document: mine }))
    await proxy.create(jobRequest({ document: other }))
    const query = `?document=${mine}`
    const { until } = await readEvents(proxy, { query, lastEventId: '0' })
    expect(jobsOf(await until(isReady)).map(({ job }) => job.id)).toEqual([before.id])
    await engine.started(2)
    engine.runs[1]!.say({ type: 'progress', fraction: 0.5, secondsLeft: 1, note: null })
    await proxy.create(jobRequest({ document: other }))
    const after = await proxy.create(jobRequest({ document: mine }))
    const reads = jobsOf(
      await until(has(({ id, state }) => id === after.id && state === 'running')),
    )
    expect(reads.filter(({ job }) => job.document !== mine)).toEqual([])
  })

  it('bring progress ten times a second at most, without an id to resume from', async () => {
    const engine = createScriptedEngine()
    const clock = createManualClock()
    const proxy = await startProxy({ engines: [engine], clock })
    const { until, next } = await readEvents(proxy)
    const { id } = await proxy.create(jobRequest())
    const run = await engine.started(1)
    await until(has(({ state }) => state === 'running'))
    for (let step = 1; step <= 50; step += 1)
      run.say({ type: 'progress', fraction: step / 100, secondsLeft: null, note: null })
    await proxy.until(id, ({ progress }) => progress.fraction === 0.5)
    clock.advance(100)
    const [moved] = jobsOf([await next()])
    expect([moved!.id, moved!.job.progress.fraction]).toEqual([null, 0.5])
    run.say({ type: 'finished', bytes: await picture() })
    const [last] = jobsOf([await next()])
    expect([typeof last!.id, last!.job.state]).toEqual(['string', 'succeeded'])
  })

  it('tell those who wait that they have moved up', async () => {
    const engine = createScriptedEngine()
    engine.atOnce = 1
    const proxy = await startProxy({ engines: [engine] })
    await proxy.create(jobRequest())
    await proxy.create(jobRequest())
    const third = await proxy.create(jobRequest())
    const fourth = await proxy.create(jobRequest())
    const { until } = await readEvents(proxy)
    await until(isReady)
    ;(await engine.started(1)).say({ type: 'finished', bytes: await picture() })
    const reads = jobsOf(
      await until(has(({ id, progress }) => id === third.id && progress.ahead === 0)),
    )
    expect(reads.at(-1)!.id).toBeNull()
    await proxy.cancel(third.id)
    await until(has(({ id, progress }) => id === fourth.id && progress.ahead === 0))
  })

  it('tell of a placed picture', async () => {
    const proxy = await startProxy()
    const { id } = await proxy.create(jobRequest())
    await proxy.ended(id)
    const { until } = await readEvents(proxy)
    await until(isReady)
    const json = { panel: newPanelId() }
    await proxy.call('placeOutput', `/v1/jobs/${id}/outputs/0/placed`, { json })
    await until(has(({ outputs }) => outputs[0]!.placed))
  })

  it('show a sign of life when nothing happens', async () => {
    const clock = createManualClock()
    const proxy = await startProxy({ clock })
    const idle = clock.waiting()
    const { until, next } = await readEvents(proxy)
    await until(isReady)
    // Its own beat, and the look at the tokens that all streams share.
    await expect.poll(clock.waiting).toBe(idle + 2)
    clock.advance(15_000)
    expect(await next()).toBe('alive')
  })

  it('end when the proxy stops', async () => {
    const proxy = await startProxy()
    const { until, next } = await readEvents(proxy)
    await until(isReady)
    await Promise.all([proxy.stop(), expect(next()).resolves.toBe('end')])
  })

  it('leave nothing behind when a reader goes away', async () => {
    const clock = createManualClock()
    const proxy = await startProxy({ clock })
    const idle = clock.waiting()
    const readers = await Promise.all(Array.from({ length: 20 }, () => readEvents(proxy)))
    for (const { until } of readers) await until(isReady)
    await expect.poll(clock.waiting).toBe(idle + 21)
    await Promise.all(readers.map(({ close }) => close()))
    await expect.poll(clock.waiting).toBe(idle)
    expect(proxy.logged).toEqual([])
  })

  it('skip to the newest for a reader who is slow', async () => {
    const proxy = await startProxy({ engines: [createScriptedEngine()] })
    const reader = await readEvents({
      // No socket in between, which would take in a lot.
      request: async (path) =>
        proxy.proxy.app.request(path, {
          headers: { host: 'localhost', authorization: `Bearer ${proxy.proxy.token}` },
        }),
    })
    await reader.until(isReady)
    for (let count = 0; count < 60; count += 1)
      await proxy.cancel((await proxy.create(jobRequest({ count: 4 }))).id)
    const last = await proxy.create(jobRequest())
    const seen = jobsOf(await reader.until(has(({ id }) => id === last.id)))
    expect(new Set(seen.map(({ job }) => job.id)).size).toBe(61)
    expect(seen.length).toBeLessThan(70)
  })
})
