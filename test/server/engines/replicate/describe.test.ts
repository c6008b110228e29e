import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeTo, matching } from './matchers.ts'
import type { Bench } from './open-engine.ts'
import { NEVER, openBench } from './open-engine.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench({ model: 'maker/nua-figurine-2024' })
})
afterEach(() => bench.close())

const check = (model: string) => bench.engine.describe(model, NEVER)

describe('a model’s name', () => {
  it('is told what it stands for', async () => {
    const report = await check('maker/nua-figurine')
    expect(report).toMatchObject({
      name: 'maker/nua-figurine',
      official: false,
      problem: null,
      hasLora: true,
      capabilities: {
        loraScale: { min: -1, max: 3 },
        referenceUses: ['follow'],
        pricePerPicture: { usd: closeTo(0.0105, 4), estimate: true },
      },
    })
    expect(report.pinned).toBe(`maker/nua-figurine:${report.version}`)
    expect((await check(report.pinned)).version).toBe(report.version)
  })

  it('of an official model has a price of its own, and no version', async () => {
    expect(await check('black-forest-labs/flux-dev')).toMatchObject({
      pinned: 'black-forest-labs/flux-dev',
      version: null,
      official: true,
      hasLora: false,
      capabilities: { loraScale: null, pricePerPicture: { usd: 0.025, estimate: false } },
    })
    expect(await check('black-forest-labs/flux-dev-lora+me/nua')).toMatchObject({
      pinned: 'black-forest-labs/flux-dev-lora+me/nua',
      hasLora: true,
      problem: null,
      capabilities: { pricePerPicture: { estimate: true } },
    })
  })

  it.each([
    ['yorickvp/llava-13b', /does not draw pictures from words/],
    ['black-forest-labs/flux-dev+me/nua', /cannot load a LoRA/],
  ])('%s has a problem', async (model, words) => {
    expect((await check(model)).problem).toMatch(words)
  })

  it.each([
    ['maker/does-not-exist', 'model_not_found', /no such model, or it is private/],
    ['somebody-else/private-style', 'model_not_found', /no such model, or it is private/],
    ['maker/nua-empty', 'model_not_found', /nothing has been trained into it/],
    [`maker/nua-figurine:${'0'.repeat(64)}`, 'version_gone', /version of the model was deleted/],
    [`maker/none:${'0'.repeat(64)}`, 'model_not_found', /no such model/],
    ['nonsense', 'model_not_found', /owner\/name/],
  ])('%s is refused in words', async (model, code, words) => {
    await expect(check(model)).rejects.toMatchObject({
      code,
      message: matching(words),
    })
  })

  it('that Replicate switched off is refused in words', async () => {
    const respond = {
      status: 403,
      body: { detail: 'This version consistently fails to complete setup.' },
    }
    bench.fake.script.next({ on: 'getModel', respond })
    await expect(check('maker/nua-broken')).rejects.toThrow(/switched this version/)
  })

  it('gives the engine its ranges when it is the one that is set up', async () => {
    expect(bench.engine.capabilities.loraScale).toMatchObject({ max: 3 })
    await check('maker/nua-figurine')
    expect(bench.engine.capabilities.loraScale).toMatchObject({ max: 3 })
    await check('maker/nua-figurine-2024')
    expect(bench.engine.capabilities.loraScale).toMatchObject({ max: 2 })
  })

  it('starts nothing', async () => {
    await check('maker/nua-figurine')
    expect(bench.fake.ledger).toEqual([])
  })
})
