import sharp from 'sharp'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { JobView } from '../../../shared/contract/index.ts'
import { StyleDraft } from '../../../shared/style.ts'
import { drawPlain } from '../../fakes/replicate/draw-plain.ts'
import { fluxFineTune } from '../../fakes/replicate/models/flux-fine-tune.ts'
import type { Picture } from '../../fakes/replicate/picture.ts'
import { closeTo, matching } from '../engines/replicate/matchers.ts'
import { jobRequest } from '../job-request.ts'
import { picture } from '../pictures.ts'
import type { StartedProxy } from '../start-proxy.ts'
import { upload } from '../upload.ts'
import { MODEL, openReplicate } from './open-replicate.ts'

const bytesOf = async ({ request }: StartedProxy, { outputs }: JobView): Promise<Buffer[]> =>
  Promise.all(
    outputs.map(async ({ file }) =>
      Buffer.from(await (await request(`/v1/files/${file}`)).arrayBuffer()),
    ),
  )

/** Remembers what was drawn, by its seed. */
const remember = () => {
  const drawn = new Map<number, Buffer>()
  const draw = async (wanted: Picture) => {
    const bytes = Buffer.from(await drawPlain(wanted))
    drawn.set(wanted.seed, bytes)
    return bytes
  }
  return { draw, drawn }
}

describe('a press with a token and a model', () => {
  it('draws four drafts on Replicate, each paid once and kept as it came', async () => {
    const { draw, drawn } = remember()
    const { fake, start } = await openReplicate({ draw })
    const proxy = await start()
    const { id } = await proxy.create(jobRequest({ count: 4 }))
    const job = await proxy.ended(id)
    expect(job).toMatchObject({ state: 'succeeded', engine: 'replicate', warnings: [] })
    expect(fake.ledger).toHaveLength(4)
    expect(fake.count('getModel') + fake.count('getVersion')).toBe(1)
    const [{ version } = { version: '' }] = fake.ledger
    const pinned = `${MODEL}:${version}`
    expect(job).toMatchObject({ version: pinned, model: pinned })
    const kept = await bytesOf(proxy, job)
    job.outputs.forEach(({ seed }, at) => expect(kept[at]!.equals(drawn.get(seed)!)).toBe(true))
    expect(
      fake.ledger.map(({ input }) => (JSON.parse(input) as { seed: number }).seed).sort(),
    ).toEqual(job.runs.map(({ seed }) => seed).sort())
  })

  it('is one job, paid once, when it comes in several times at once', async () => {
    const { fake, start } = await openReplicate()
    const { create, ended } = await start()
    const json = jobRequest({ count: 2 })
    const jobs = await Promise.all([json, json, json].map(create))
    expect(new Set(jobs.map(({ runs }) => JSON.stringify(runs.map(({ seed }) => seed)))).size).toBe(
      1,
    )
    expect((await ended(json.id)).state).toBe('succeeded')
    expect(fake.ledger).toHaveLength(2)
  })

  it('says what it costs before, and what it cost after', async () => {
    const { fake, start } = await openReplicate()
    const { create, ended } = await start()
    fake.script.run({ times: 4, predictTime: 2 })
    const before = await create(jobRequest({ count: 4 }))
    expect(before.cost).toEqual({ usd: closeTo(4 * 6.9 * 0.001525), estimate: true })
    expect((await ended(before.id)).cost?.usd).toBeCloseTo(4 * 2 * 0.001525)
  })

  it('knows a model’s usual time and price from its own runs, after a restart too', async () => {
    const { fake, start } = await openReplicate()
    const first = await start()
    fake.script.run({ times: 3, predictTime: 3 })
    await first.ended((await first.create(jobRequest({ count: 3 }))).id)
    await first.stop()
    const { create, call } = await start({ data: first.data })
    expect((await create(jobRequest())).cost?.usd).toBeCloseTo(3 * 0.001525)
    const { engines } = await call('getStatus', '/v1/status')
    expect(engines[0]!.capabilities.secondsPerPicture).toBe(3)
    expect(engines.map(({ defaultModel }) => defaultModel)).toEqual([MODEL, null])
  })

  it('turns WebP into PNG with the same pixels', async () => {
    const { draw, drawn } = remember()
    const version = fluxFineTune('maker/webp-only')
    const fields = {
      ...version.fields,
      output_format: { ...version.fields['output_format']!, values: ['webp', 'jpg'] },
    }
    const webp = {
      owner: 'maker',
      name: 'webp-only',
      description: '',
      visibility: 'private' as const,
      official: false,
      visible: true,
      versions: [{ ...version, fields }],
    }
    const { start } = await openReplicate({ draw, models: [webp] })
    const proxy = await start({ model: 'maker/webp-only' })
    const job = await proxy.ended((await proxy.create(jobRequest())).id)
    const [kept] = await bytesOf(proxy, job)
    const [came] = drawn.values()
    expect((await sharp(kept).metadata()).format).toBe('png')
    expect((await sharp(came).metadata()).format).toBe('webp')
    expect(await sharp(kept).raw().toBuffer()).toEqual(await sharp(came).raw().toBuffer())
  })

  it('prefers the style’s own model, with its own settings and price', async () => {
    const { fake, start } = await openReplicate()
    const { call, create, ended, refusal } = await start()
    const { styles } = await call('listStyles', '/v1/styles')
    const model = 'black-forest-labs/flux-dev'
    const json = { ...v.parse(v.object(StyleDraft.entries), styles[0]), name: 'Base', model }
    const { style } = await call('createStyle', '/v1/styles', { json })
    const job = await create(jobRequest({ style: style.id, count: 2 }))
    expect(job).toMatchObject({
      version: 'black-forest-labs/flux-dev',
      cost: { usd: 0.05, estimate: false },
    })
    expect((await ended(job.id)).state).toBe('succeeded')
    expect(fake.ledger.map(({ model }) => model)).toEqual([style.model, style.model])
    const settings = { steps: 51 }
    expect(
      await refusal('/v1/jobs', { json: jobRequest({ style: style.id, settings }) }),
    ).toMatchObject({ code: 'invalid_request', details: { setting: 'steps' } })
  })

  it('draws over a reference, or says once that the model cannot', async () => {
    const { fake, start } = await openReplicate()
    const proxy = await start()
    const { create, ended } = proxy
    const { id: file } = await upload(proxy, await picture('png', { width: 64, height: 48 }))
    const reference = { file, use: 'follow', strength: 0.4 } as const
    const over = await ended((await create(jobRequest({ reference }))).id)
    expect(over).toMatchObject({
      state: 'succeeded',
      warnings: [],
      outputs: [{ width: 1024, height: 768 }],
    })
    expect(JSON.parse(fake.ledger[0]!.input)).toMatchObject({ prompt_strength: 0.4 })
    const without = jobRequest({ reference: { ...reference, use: 'likeness' } })
    const plain = await ended((await create(without)).id)
    expect(plain.state).toBe('succeeded')
    expect(plain.warnings).toEqual([
      'Replicate cannot use a reference in this way, so the pictures are drawn without it.',
    ])
  })

  it('loads a LoRA into a base model, by the address after the model’s name', async () => {
    const { fake, start } = await openReplicate()
    const model = 'black-forest-labs/flux-dev-lora+huggingface.co/me/nua'
    const { create, ended } = await start({ model })
    const job = await ended((await create(jobRequest())).id)
    expect(job).toMatchObject({ state: 'succeeded', version: model, model })
    expect(JSON.parse(fake.ledger[0]!.input)).toMatchObject({
      lora_weights: 'huggingface.co/me/nua',
      lora_scale: 1,
    })
  })

  it('shows what the default model can do, as soon as that is known', async () => {
    const { start } = await openReplicate()
    const { call } = await start({ model: 'maker/nua-figurine-2024' })
    const strongest = async () =>
      (await call('getStatus', '/v1/status')).engines[0]!.capabilities.loraScale?.max
    await expect.poll(strongest).toBe(2)
  })

  it('leaves the sample engine there, and the default without a token', async () => {
    const { fake, start } = await openReplicate()
    const { create, ended, call } = await start()
    const status = await call('getStatus', '/v1/status')
    expect(status.engines.map(({ id }) => id)).toEqual(['replicate', 'sample'])
    expect(status.defaultEngine).toBe('replicate')
    const job = await ended((await create(jobRequest({ engine: 'sample' }))).id)
    expect(job).toMatchObject({ state: 'succeeded', cost: { usd: 0 } })
    expect(fake.ledger).toHaveLength(0)
  })
})

describe('a model’s name', () => {
  it('is checked before a style takes it', async () => {
    const { start } = await openReplicate()
    const { call, refusal } = await start({ model: null })
    const ask = (name: string) => call('describeModel', `/v1/models?name=${name}`)
    expect(await ask('maker/nua-figurine-2024')).toMatchObject({
      problem: null,
      hasLora: true,
      capabilities: { loraScale: { max: 2 }, pricePerPicture: { estimate: true } },
    })
    expect((await ask('yorickvp/llava-13b')).problem).toMatch(/does not draw pictures/)
    expect(await refusal('/v1/models?name=maker/none')).toMatchObject({ code: 'model_not_found' })
    expect(await refusal('/v1/models?name=none')).toMatchObject({ code: 'invalid_request' })
  })

  it('cannot be checked without an engine for models', async () => {
    const { start } = await openReplicate()
    const { refusal } = await start({
      config: { replicate: { token: null, url: null, model: null } },
    })
    expect(await refusal('/v1/models?name=maker/none')).toMatchObject({
      code: 'engine_unavailable',
      message: matching(/REPLICATE_API_TOKEN/),
    })
  })
})
