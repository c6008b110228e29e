import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenFake } from './open-fake.ts'
import { openFake } from './open-fake.ts'
import { WirePrediction, wirePage } from './wire-schemas.ts'

const BODY = { model: 'black-forest-labs/flux-dev', input: { prompt: 'a bear', seed: 7 } } as const

let fake: OpenFake
beforeEach(async () => {
  fake = await openFake()
})
afterEach(async () => {
  await fake.stop()
  fake.expectClean()
})

describe('the list', () => {
  const list = async (query = '') =>
    v.parse(wirePage(WirePrediction), await (await fake.request(`/v1/predictions${query}`)).json())

  it('is newest first, 100 a page, with links that lead on and back', async () => {
    for (let made = 0; made < 101; made += 1) await fake.client.predictions.create(BODY)
    const first = await list()
    expect(first.results).toHaveLength(100)
    expect(first.results[0]?.id).toBe(fake.ledger.at(-1)?.id)
    expect(first.previous).toBeNull()
    const pages = []
    for await (const page of fake.client.paginate(() => fake.client.predictions.list()))
      pages.push(page)
    expect(pages.flat().map((one) => one.id)).toEqual(fake.ledger.map((one) => one.id).reverse())
  })

  it('takes the time of creation, after inclusive and before exclusive', async () => {
    const early = await fake.client.predictions.create(BODY)
    fake.clock.advance(1000)
    const late = await fake.client.predictions.create(BODY)
    const ids = async (query: string) => (await list(query)).results.map((one) => one.id)
    expect(await ids(`?created_after=${late.created_at}`)).toEqual([late.id])
    expect(await ids(`?created_after=${early.created_at}`)).toEqual([late.id, early.id])
    expect(await ids(`?created_before=${late.created_at}`)).toEqual([early.id])
  })

  it('learns of a new prediction late when it is told to lag', async () => {
    fake.script.listLag(5000)
    const { id } = await fake.client.predictions.create(BODY)
    expect((await list()).results).toEqual([])
    expect((await fake.client.predictions.get(id)).status).toBe('starting')
    fake.clock.advance(5000)
    expect((await list()).results).toHaveLength(1)
  })
})
