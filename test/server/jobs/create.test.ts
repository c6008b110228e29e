import sharp from 'sharp'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { FileId } from '../../../shared/ids.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { jobRequest, newDocumentId } from '../job-request.ts'
import { picture } from '../pictures.ts'
import { startProxy } from '../start-proxy.ts'
import { upload } from '../upload.ts'

describe('a new job', () => {
  it('draws its pictures with the sample engine and keeps all that a recipe needs', async () => {
    const { create, ended, request } = await startProxy({ randomSeed: () => 7 })
    const json = jobRequest({ count: 2, document: newDocumentId(), brief: ' a  fox ' })
    expect(await create(json)).toMatchObject({ state: 'queued', outputs: [] })
    const job = await ended(json.id)
    const prompt =
      'a nua_figurine_style chibi figurine of a fox, stylized proportions, pastel earth tones, flat illustration style, circular grass base'
    expect(job).toMatchObject({
      state: 'succeeded',
      document: json.document,
      request: json,
      prompt,
      style: { id: 'nua', name: 'Nua figurine' },
      version: null,
      engine: 'sample',
      progress: { fraction: 1, ahead: null, secondsLeft: null, note: null },
      cost: { usd: 0, estimate: false },
    })
    expect(job.outputs).toMatchObject([
      { index: 0, seed: 7, prompt, width: 1024, height: 1024, placed: false },
      { index: 1, seed: 7, prompt, width: 1024, height: 1024, placed: false },
    ])
    const bytes = await request(`/v1/files/${job.outputs[0]!.file}`)
    expect(bytes.headers.get('content-type')).toBe('image/png')
  })

  it('has the same bytes when its recipe is run again', async () => {
    const { create, ended } = await startProxy()
    const { id } = await create(jobRequest())
    const { outputs, request } = await ended(id)
    const seed = outputs[0]!.seed
    const again = await create(jobRequest({ ...request, id: jobRequest().id, settings: { seed } }))
    expect((await ended(again.id)).outputs[0]!.file).toBe(outputs[0]!.file)
  })

  it('asks its engine for exactly what was asked for', async () => {
    const engine = createScriptedEngine()
    const { create } = await startProxy({ engines: [engine] })
    await create(
      jobRequest({
        brief: 'a fox',
        version: 'nua/lora:' + 'a'.repeat(64),
        settings: {
          aspectRatio: '16:9',
          format: 'jpg',
          steps: 12,
          guidance: 2.5,
          loraScale: 0.8,
          seed: 5,
        },
      }),
    )
    expect((await engine.started(1)).picture).toEqual({
      brief: 'a fox',
      prompt:
        'a nua_figurine_style chibi figurine of a fox, stylized proportions, pastel earth tones, flat illustration style, circular grass base',
      seed: 5,
      index: 0,
      aspectRatio: '16:9',
      width: 1344,
      height: 768,
      format: 'jpg',
      steps: 12,
      guidance: 2.5,
      loraScale: 0.8,
      model: 'nua/lora:' + 'a'.repeat(64),
    })
  })

  it('counts a locked seed up, past the end to 0', async () => {
    const { create } = await startProxy({ engines: [createScriptedEngine()] })
    const job = await create(jobRequest({ count: 3, settings: { seed: 4_294_967_294 } }))
    expect(job.runs.map(({ seed }) => seed)).toEqual([4_294_967_294, 4_294_967_295, 0])
  })

  it('chooses each seed that is not locked', async () => {
    let last = 40
    const { create } = await startProxy({
      engines: [createScriptedEngine()],
      randomSeed: () => (last += 1),
    })
    const job = await create(jobRequest({ count: 4 }))
    expect(job.runs.map(({ seed }) => seed)).toEqual([41, 42, 43, 44])
  })

  it('hands on a reference that its engine can use, in the size that pictures take from it', async () => {
    const engine = createScriptedEngine({ referenceUses: ['follow'] })
    const proxy = await startProxy({ engines: [engine] })
    const { id: file } = await upload(proxy, await picture('png', { width: 300, height: 200 }))
    const reference = { file, use: 'follow', strength: 0.5 } as const
    const settings = { aspectRatio: '9:16' } as const
    expect((await proxy.create(jobRequest({ reference, settings }))).warnings).toEqual([])
    expect((await engine.started(1)).picture).toMatchObject({
      reference,
      width: 1024,
      height: 688,
    })
  })

  it('takes the size of a photo as it is seen, not as its camera was held', async () => {
    const engine = createScriptedEngine({ referenceUses: ['follow'] })
    const proxy = await startProxy({ engines: [engine] })
    const photo = await sharp(await picture('png', { width: 400, height: 200 }))
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { id: file } = await upload(proxy, photo)
    await proxy.create(jobRequest({ reference: { file, use: 'follow', strength: 0.5 } }))
    expect((await engine.started(1)).picture).toMatchObject({ width: 512, height: 1024 })
  })

  it('says what it will draw without', async () => {
    const engine = createScriptedEngine()
    const proxy = await startProxy({ engines: [engine] })
    const { id: file } = await upload(proxy, await picture('png', { width: 300, height: 200 }))
    const job = await proxy.create(
      jobRequest({ reference: { file, use: 'follow', strength: 0.5 } }),
    )
    expect(job.warnings).toEqual([
      'Scripted cannot use a reference in this way, so the pictures are drawn without it.',
    ])
    const asked = (await engine.started(1)).picture
    expect(asked).toMatchObject({ width: 1024, height: 1024 })
    expect(asked).not.toHaveProperty('reference')
  })

  it.each([
    [
      'is too long and thin',
      { width: 401, height: 100 },
      /too long and thin.* nothing was started/,
    ],
    ['is not there', null, /not on the proxy/],
  ])('refuses a reference that %s', async (_, size, message) => {
    const engine = createScriptedEngine({ referenceUses: ['follow'] })
    const proxy = await startProxy({ engines: [engine] })
    const file =
      size === null
        ? v.parse(FileId, 'a'.repeat(64))
        : (await upload(proxy, await picture('png', size))).id
    const json = jobRequest({ reference: { file, use: 'follow', strength: 0.5 } })
    const refused = await proxy.refusal('/v1/jobs', { json })
    expect(refused).toMatchObject({
      status: 400,
      code: 'invalid_request',
      details: { setting: 'reference' },
    })
    expect(refused.message).toMatch(message)
    expect(engine.runs).toHaveLength(0)
  })
})

describe('the same id', () => {
  it('with the same body is the same job, however often and whatever the order of its keys', async () => {
    const engine = createScriptedEngine()
    const { create, call } = await startProxy({ engines: [engine] })
    const json = jobRequest({ count: 2 })
    const reversed = Object.fromEntries(Object.entries(json).reverse()) as typeof json
    const jobs = await Promise.all([json, reversed, json, json].map(create))
    await engine.started(2)
    expect(new Set(jobs.map(({ runs }) => JSON.stringify(runs.map(({ seed }) => seed)))).size).toBe(
      1,
    )
    expect((await call('listJobs', '/v1/jobs')).jobs).toHaveLength(1)
    expect(engine.runs).toHaveLength(2)
  })

  it('with another body is refused, and the first job goes on', async () => {
    const { create, refusal, ended } = await startProxy()
    const json = jobRequest()
    await create(json)
    const refused = await refusal('/v1/jobs', { json: { ...json, brief: 'another' } })
    expect(refused).toMatchObject({ status: 409, code: 'conflict' })
    expect(await ended(json.id)).toMatchObject({ state: 'succeeded', request: json })
  })
})

describe('what the engine cannot draw', () => {
  const capabilities = {
    aspectRatios: [{ ratio: '1:1' as const, width: 64, height: 64 }],
    formats: ['png' as const],
    guidance: null,
  }
  it.each([
    [{ steps: 51 }, 'steps', 'Steps goes from 1 to 50 on Scripted; it is 51 now.'],
    [
      { loraScale: -1.5 },
      'loraScale',
      'LoRA strength goes from -1 to 3 on Scripted; it is -1.5 now.',
    ],
    [
      { aspectRatio: '16:9' as const },
      'aspectRatio',
      'Scripted does not draw 16:9. Choose one of 1:1.',
    ],
    [{ format: 'jpg' as const }, 'format', 'Scripted does not make jpg. Choose png.'],
  ])('%j', async (settings, setting, message) => {
    const engine = createScriptedEngine(capabilities)
    const { refusal } = await startProxy({ engines: [engine] })
    const refused = await refusal('/v1/jobs', { json: jobRequest({ settings }) })
    expect(refused).toMatchObject({
      status: 400,
      code: 'invalid_request',
      message,
      details: { setting },
    })
    expect(engine.runs).toHaveLength(0)
  })

  it('leaves a setting alone that the engine does not have', async () => {
    const { create } = await startProxy({ engines: [createScriptedEngine(capabilities)] })
    expect((await create(jobRequest({ settings: { guidance: 30 } }))).state).toBe('queued')
  })
})
