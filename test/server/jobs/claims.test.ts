import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { jobRequest, newPanelId } from '../job-request.ts'
import { picture } from '../pictures.ts'
import { startProxy } from '../start-proxy.ts'

const START = Date.UTC(2026, 0, 1)
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString()

const finishedJob = async () => {
  const clock = createManualClock(START)
  const engine = createScriptedEngine()
  const proxy = await startProxy({ engines: [engine], clock })
  const { id } = await proxy.create(jobRequest({ count: 2 }))
  ;(await engine.started(1)).say({ type: 'finished', bytes: await picture() })
  await proxy.until(id, ({ outputs }) => outputs.length === 1)
  const path = `/v1/jobs/${id}/outputs/0`
  const claim = (panel: string) => proxy.call('claimOutput', `${path}/claim`, { json: { panel } })
  const place = (panel: string) => proxy.call('placeOutput', `${path}/placed`, { json: { panel } })
  return { ...proxy, id, clock, claim, place }
}

describe('a claim', () => {
  const [one, other] = [newPanelId(), newPanelId()]

  it('is given to one panel, for 30 seconds, and can be renewed', async () => {
    const { claim, clock } = await finishedJob()
    expect(await claim(one)).toEqual({ granted: true, reason: 'granted', until: at(30) })
    expect(await claim(other)).toEqual({ granted: false, reason: 'claimed', until: null })
    clock.advance(20_000)
    expect(await claim(one)).toEqual({ granted: true, reason: 'granted', until: at(50) })
    clock.advance(29_999)
    expect(await claim(other)).toMatchObject({ granted: false })
    clock.advance(1)
    expect(await claim(other)).toEqual({ granted: true, reason: 'granted', until: at(80) })
    expect(await claim(one)).toEqual({ granted: false, reason: 'claimed', until: null })
  })

  it('is given to one of two that ask at once', async () => {
    const { claim } = await finishedJob()
    const claims = await Promise.all(Array.from({ length: 10 }, () => claim(newPanelId())))
    expect(claims.filter(({ granted }) => granted)).toHaveLength(1)
  })

  it('is over once the picture is placed, for everybody', async () => {
    const { claim, place, job, id } = await finishedJob()
    await claim(one)
    expect((await place(one)).job.outputs[0]).toMatchObject({ placed: true })
    expect(await claim(one)).toEqual({ granted: false, reason: 'placed', until: null })
    expect(await claim(other)).toEqual({ granted: false, reason: 'placed', until: null })
    expect((await place(one)).job).toEqual(await job(id))
  })

  it('outlives the proxy', async () => {
    const { claim, data, stop, id, clock } = await finishedJob()
    await claim(one)
    await stop()
    const again = await startProxy({ data, clock, engines: [createScriptedEngine()] })
    const path = `/v1/jobs/${id}/outputs/0/claim`
    expect(await again.call('claimOutput', path, { json: { panel: other } })).toMatchObject({
      reason: 'claimed',
    })
  })

  it('is not for a picture that is not there yet', async () => {
    const { refusal, id } = await finishedJob()
    for (const what of ['claim', 'placed']) {
      const refused = await refusal(`/v1/jobs/${id}/outputs/1/${what}`, { json: { panel: one } })
      expect(refused).toMatchObject({ status: 404, code: 'not_found' })
    }
  })
})
