import sharp from 'sharp'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { USUAL_CAPS } from '../../../server/budget/caps.ts'
import { StoredFile } from '../../../shared/contract/index.ts'
import { createEagerClock } from '../engines/replicate/eager-clock.ts'
import { openReplicate, TOKEN } from '../replicate/open-replicate.ts'
import { runProcess } from '../run-process.ts'
import type { StartedProxy } from '../start-proxy.ts'
import { temporaryFolder } from '../start-proxy.ts'
import { upload } from '../upload.ts'
import { describeAndWait } from './ask.ts'

const red = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#c82828' } })
    .jpeg()
    .toBuffer()
const blue = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#3250be' } })
    .png()
    .toBuffer()

const CAPTION = 'a nua_figurine_style chibi figurine of woman with curly hair in a red dress'

const inputOf = ({ input }: { input: string }) =>
  v.parse(v.record(v.string(), v.unknown()), JSON.parse(input))

const send = async (proxy: StartedProxy, bytes: Uint8Array) => (await upload(proxy, bytes)).id

describe('a description on Replicate', { timeout: 30_000 }, () => {
  it('is a caption in the pattern of the style, at the price that was told', async () => {
    const { fake, start } = await openReplicate()
    const proxy = await start()
    const [first] = (await proxy.call('listDescribers', '/v1/describers')).describers
    expect(first).toMatchObject({
      id: 'replicate',
      destination: 'Replicate',
      model: 'lucataco/moondream2',
      price: { estimate: true },
      trouble: null,
    })
    expect(first!.price.usd).toBeGreaterThan(0)
    fake.script.run({ predictTime: 2 })
    const file = await send(proxy, await red())
    const described = await describeAndWait(proxy, { file, style: 'nua', hints: ['Rosa'] })
    expect(described).toMatchObject({ state: 'succeeded', engine: 'replicate', text: CAPTION })
    expect(described.model).toMatch(/^lucataco\/moondream2:[0-9a-f]{64}$/)
    const usd = 2 * 0.000975
    expect(described).toHaveProperty('cost.usd', usd)
    expect((await proxy.call('getBudget', '/v1/budget')).minute).toMatchObject({
      spent: usd,
      reserved: 0,
    })
    const input = inputOf(fake.ledger[0]!)
    expect(Object.keys(input)).toEqual(['image', 'prompt'])
    expect(input['prompt']).toMatch(/Describe this figurine .* Written beside it: Rosa\.$/)
    expect((await proxy.call('listDescribers', '/v1/describers')).describers[0]!.price.usd).toBe(
      usd,
    )
  })

  it.each([
    ['lucataco/florence-2-large', { task_input: 'More Detailed Caption' }],
    ['salesforce/blip', { task: 'image_captioning' }],
    ['yorickvp/llava-13b', { max_tokens: 200, temperature: 0.2 }],
  ])('is asked of %s by its own schema', async (describer, expected) => {
    const { fake, start, url } = await openReplicate()
    const proxy = await start({
      config: { replicate: { token: TOKEN, url: `${url}/v1`, model: null, describer } },
    })
    const file = await send(proxy, await red())
    const described = await describeAndWait(proxy, { file, style: 'nua' })
    expect(described).toHaveProperty('text', expect.stringContaining(CAPTION))
    expect(inputOf(fake.ledger[0]!)).toMatchObject(expected)
  })

  it('is refused where the model draws instead', async () => {
    const { fake, start, url } = await openReplicate()
    const replicate = { token: TOKEN, url: `${url}/v1`, model: null }
    const proxy = await start({
      config: { replicate: { ...replicate, describer: 'maker/nua-figurine' } },
    })
    const file = await send(proxy, await red())
    const refused = await proxy.refusal('/v1/descriptions', { json: { file, style: 'nua' } })
    expect(refused).toMatchObject({ status: 400 })
    expect(refused.message).toMatch(/does not put pictures into words\. Nothing was charged/)
    expect(fake.ledger).toEqual([])
  })

  it('of a person is made here unless the request names another place', async () => {
    const { fake, start } = await openReplicate()
    const proxy = await start()
    const file = await send(proxy, await red())
    const person = { file, style: 'nua', mode: 'person' }
    expect(await describeAndWait(proxy, person)).toMatchObject({ engine: 'offline' })
    expect(fake.ledger).toEqual([])
    const there = await describeAndWait(proxy, { ...person, engine: 'replicate' })
    expect(there).toMatchObject({ text: 'woman with curly hair in a red dress' })
    expect(fake.ledger).toHaveLength(1)
  })

  it('is found again when the answer to its start was lost, and paid once', async () => {
    const { fake, start } = await openReplicate()
    const proxy = await start()
    fake.script.next({ on: 'createPrediction', respond: 'reset-after-accept' })
    const file = await send(proxy, await red())
    const other = await send(proxy, await blue())
    const [one, two] = await Promise.all([
      describeAndWait(proxy, { file, style: 'nua' }),
      describeAndWait(proxy, { file: other, style: 'nua' }),
    ])
    expect(one).toMatchObject({ state: 'succeeded', text: CAPTION })
    expect(two).toMatchObject({ state: 'succeeded', text: CAPTION.replace('red', 'blue') })
    expect(fake.ledger).toHaveLength(2)
  })

  it('that does not turn up may have been charged: its price is held, and it is not sent again', async () => {
    const { fake, start } = await openReplicate({ clock: createEagerClock() })
    const proxy = await start()
    fake.script.listLag(3_600_000)
    fake.script.next({ on: 'createPrediction', respond: 'reset-after-accept' })
    const file = await send(proxy, await red())
    const lost = await describeAndWait(proxy, { file, style: 'nua' })
    expect(lost).toMatchObject({
      state: 'failed',
      error: { code: 'interrupted', charged: 'maybe' },
    })
    expect((await proxy.call('getBudget', '/v1/budget')).month.reserved).toBeGreaterThan(0)
    expect(fake.ledger).toHaveLength(1)
  })

  it('says what went wrong, and what that cost', async () => {
    const { fake, start } = await openReplicate()
    const proxy = await start()
    const file = await send(proxy, await red())
    fake.script.run({ outcome: { fail: 'CUDA out of memory' }, predictTime: 1 })
    expect(await describeAndWait(proxy, { file, style: 'nua' })).toMatchObject({
      state: 'failed',
      error: { charged: 'yes' },
      cost: { usd: 0.000975 },
    })
    fake.script.credit('none')
    expect(await describeAndWait(proxy, { file, style: 'nua' })).toMatchObject({
      state: 'failed',
      error: { code: 'no_credit', charged: 'no' },
      cost: { usd: 0 },
    })
  })

  it('is not begun over the cap', async () => {
    const { fake, start, url } = await openReplicate()
    const caps = { ...USUAL_CAPS, perDay: 0.001 }
    const replicate = { token: TOKEN, url: `${url}/v1`, model: null }
    const proxy = await start({ config: { caps, replicate } })
    const file = await send(proxy, await red())
    const refused = await proxy.refusal('/v1/descriptions', { json: { file, style: 'nua' } })
    expect(refused).toMatchObject({ status: 402, code: 'over_budget' })
    expect(fake.ledger).toEqual([])
  })
})

it('a proxy that is killed before Replicate answers finds its description again, paid once', async () => {
  const { fake, url } = await openReplicate()
  const environment = {
    MAQUETTE_DATA: temporaryFolder(),
    REPLICATE_API_TOKEN: TOKEN,
    MAQUETTE_REPLICATE_URL: `${url}/v1`,
  }
  const first = runProcess(environment)
  const before = await first.started()
  const headers = { authorization: `Bearer ${before.token}`, 'content-type': 'image/jpeg' }
  const body = new Uint8Array(await red())
  const sent = await fetch(`${before.origin}/v1/files`, { method: 'POST', headers, body })
  const { id: file } = v.parse(StoredFile, await sent.json())
  const request = { id: `text_${'0'.repeat(20)}`, file, style: 'nua' }
  fake.script.next({ on: 'createPrediction', respond: 'hang-after-accept' })
  expect((await before.ask('/v1/descriptions', request)).status).toBe(202)
  await expect.poll(() => fake.ledger.length, { timeout: 10_000 }).toBe(1)
  first.child.kill('SIGKILL')
  await first.end()

  const second = runProcess(environment)
  const after = await second.started()
  const look = async () => {
    const response = await after.ask(`/v1/descriptions/${request.id}`)
    return response.text()
  }
  await expect.poll(look, { timeout: 15_000 }).toContain(CAPTION)
  expect(fake.ledger).toHaveLength(1)
  expect(fake.count('createPrediction')).toBe(1)
}, 40_000)
