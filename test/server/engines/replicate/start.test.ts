import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PictureRequest } from '../../../../server/engines/engine.ts'
import { closeTo, containing, matching } from './matchers.ts'
import type { Bench } from './open-engine.ts'
import { NEVER, openBench, PICTURE } from './open-engine.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const start = (picture: Partial<PictureRequest> = {}) =>
  bench.engine.start({ ...PICTURE, ...picture }, NEVER)
describe('a start', () => {
  it('answers with a handle that tells the run, its version and its price, and none of her words', async () => {
    const handle = await start()
    const [entry] = bench.fake.ledger
    expect(handle).toMatchObject({
      id: entry!.id,
      model: `maker/nua-figurine:${entry!.version}`,
      format: 'png',
      price: { usd: closeTo(0.0105, 4), estimate: true, seconds: 6.9 },
    })
    expect(JSON.stringify(handle)).not.toContain('glasses')
    expect(JSON.parse(entry!.input)).toMatchObject({ seed: 42, prompt: PICTURE.prompt })
  })

  it('runs an official model by its name', async () => {
    const handle = await start({ model: 'black-forest-labs/flux-dev' })
    expect(handle).toMatchObject({
      model: 'black-forest-labs/flux-dev',
      price: { usd: 0.025, estimate: false, perSecond: null },
    })
    expect(bench.fake.calls.at(-1)!.path).toBe('/v1/models/black-forest-labs/flux-dev/predictions')
  })

  it('reads a model once for four pictures, and asks once for each', async () => {
    await Promise.all([0, 1, 2, 3].map((index) => start({ index, seed: index })))
    expect(bench.fake.count('getModel')).toBe(1)
    expect(bench.fake.count('createPrediction')).toBe(4)
    expect(bench.fake.count()).toBe(5)
  })

  it('reads a model again after five minutes', async () => {
    await start()
    bench.clock.advance(5 * 60_000)
    await start()
    expect(bench.fake.count('getModel')).toBe(2)
  })

  it('takes the newest version that is left when the one it knew was deleted', async () => {
    await start()
    bench.fake.script.deleteVersion('maker/nua-figurine')
    const handle = await start({ seed: 43 })
    expect(bench.fake.ledger).toHaveLength(2)
    const [first, second] = bench.fake.ledger.map(({ version }) => version)
    expect(second).not.toBe(first)
    expect(handle).toMatchObject({ model: `maker/nua-figurine:${second}` })
  })

  it('says so when the version that the style names was deleted', async () => {
    await start()
    const { version } = bench.fake.ledger[0]!
    await start({ model: `maker/nua-figurine:${version}` })
    bench.fake.script.deleteVersion('maker/nua-figurine', version)
    await expect(start({ model: `maker/nua-figurine:${version}` })).rejects.toMatchObject({
      code: 'version_gone',
      message: matching(/deleted.*Nothing was charged/),
    })
    await expect(start({ model: `maker/nua-figurine:${version}` })).rejects.toMatchObject({
      code: 'version_gone',
      message: matching(/deleted.*Choose another version/),
    })
    expect(bench.fake.ledger).toHaveLength(2)
  })

  it.each<[string, string, string]>([
    ['somebody-else/private-style', 'model_not_found', 'private'],
    ['maker/does-not-exist', 'model_not_found', 'no such model'],
    ['maker/nua-empty', 'model_not_found', 'nothing has been trained'],
    ['maker/nua-broken', 'version_gone', 'switched this version'],
    ['yorickvp/llava-13b', 'invalid_request', 'does not draw pictures from words'],
    ['black-forest-labs/flux-dev+me/nua', 'weights_failed', 'cannot load a LoRA'],
    ['not a name', 'model_not_found', 'owner/name'],
  ])('on %s says %s', async (model, code, words) => {
    await expect(start({ model })).rejects.toMatchObject({
      code,
      message: containing(words),
    })
    await expect(start({ model })).rejects.toThrow(/Nothing was charged/)
    expect(bench.fake.ledger).toEqual([])
  })

  it('needs a model', async () => {
    await expect(start({ model: null })).rejects.toThrow(/no trained model yet/)
  })

  it.each<['none' | 'spend-limit', RegExp]>([
    ['none', /no credit left/],
    ['spend-limit', /spend limit/],
  ])('without credit (%s) says what to do', async (credit, words) => {
    bench.fake.script.credit(credit)
    await expect(start()).rejects.toMatchObject({
      code: 'no_credit',
      message: matching(words),
    })
    expect(bench.fake.count('createPrediction')).toBe(1)
  })

  it('with a wrong token says so', async () => {
    const wrong = await openBench({ token: 'r8_wrong' })
    await expect(wrong.engine.start(PICTURE, NEVER)).rejects.toMatchObject({ code: 'bad_token' })
    await wrong.close()
  })

  it('waits where the account has little credit, says why, and sends nothing twice', async () => {
    bench.fake.script.rate('low-credit')
    const said: string[] = []
    const handles = await Promise.all(
      [0, 1, 2, 3].map((index) =>
        bench.engine.start({ ...PICTURE, index, seed: index }, NEVER, (note) => said.push(note)),
      ),
    )
    expect(new Set(handles.map((handle) => JSON.stringify(handle))).size).toBe(4)
    expect(bench.fake.ledger).toHaveLength(4)
    expect(new Set(said)).toEqual(
      new Set([
        'Replicate takes 6 pictures a minute while the account has little credit. This one waits its turn.',
      ]),
    )
    expect(bench.fake.count('createPrediction')).toBeLessThanOrEqual(7)
  })

  it.each(['reset-before', 'reset-after-accept', 'cut', 'hang'] as const)(
    'whose answer is lost (%s) is not sent again, and may have been charged',
    async (fault) => {
      const quick = await openBench({ timeoutMs: 300 })
      quick.fake.script.next({ on: 'createPrediction', respond: fault })
      await expect(quick.engine.start(PICTURE, NEVER)).rejects.toMatchObject({
        code: 'timeout',
        message: containing('may have been charged'),
      })
      expect(quick.fake.count('createPrediction')).toBe(1)
      await quick.close()
    },
  )

  it.each([
    { status: 500, body: '<h1>Oops</h1>' },
    { status: 201, body: '<h1>Welcome</h1>' },
  ])('whose answer makes no sense ($status in HTML) counts as lost', async (respond) => {
    bench.fake.script.next({ on: 'createPrediction', respond })
    await expect(start()).rejects.toMatchObject({ code: 'timeout' })
    expect(bench.fake.count('createPrediction')).toBe(1)
  })

  it('asks again for the model’s schema when nobody answers, with pauses that grow', async () => {
    bench.fake.script.next({ on: 'getModel', respond: { status: 503, body: '' }, times: 3 })
    await start()
    const at = bench.fake.calls.filter(({ kind }) => kind === 'getModel').map((call) => call.at)
    expect(at.slice(1).map((time, before) => time - at[before]!)).toEqual([375, 750, 1500])
  })

  it('stops asking when it is canceled', async () => {
    const stop = new AbortController()
    bench.fake.script.next({ on: 'getModel', respond: 'hang' })
    const started = bench.engine.start(PICTURE, stop.signal)
    stop.abort()
    await expect(started).rejects.toMatchObject({ code: 'canceled' })
    expect(bench.fake.ledger).toEqual([])
  })
})
