import { describe, expect, it } from 'vitest'
import { createMeasuredTimes } from '../../../../server/engines/replicate/price/measured-times.ts'
import { costOf, priceOf } from '../../../../server/engines/replicate/price/price-of.ts'
import {
  PER_PICTURE,
  PER_SECOND,
  UNKNOWN_PICTURE_USD,
} from '../../../../server/engines/replicate/price/price-table.ts'
import { closeTo } from './matchers.ts'
import { schemaOf } from './schema-of.ts'

const model = (name: string, version: string | null = 'v1') => ({
  name,
  version,
  target: { version: 'v1' },
  schema: schemaOf(name),
})
const FINE_TUNE = model('maker/nua-figurine')

describe('a price', () => {
  it('says where it comes from and when it was read', () => {
    for (const { usd, source, read } of [
      ...Object.values(PER_SECOND),
      ...Object.values(PER_PICTURE),
    ]) {
      expect(usd).toBeGreaterThan(0)
      expect(source).not.toBe('')
      expect(read).toMatch(/^20\d\d-\d\d$/)
    }
  })

  it.each([
    ['maker/nua-figurine', 0.0105, true],
    ['maker/nua-figurine-2024', 0.0105, true],
    ['maker/nua-sdxl', 0.00975, true],
    ['lucataco/stable-diffusion-3.5-large-lora', 0.0305, true],
    ['black-forest-labs/flux-dev', 0.025, false],
    ['black-forest-labs/flux-dev-lora', 0.033, true],
  ])('of %s is about $%f before the first run', (name, usd, estimate) => {
    expect(priceOf(model(name), createMeasuredTimes())).toMatchObject({
      usd: closeTo(usd, 4),
      estimate,
    })
  })

  it('of an official model that nobody listed is dear, and an estimate whatever its runs take', () => {
    const unknown = { ...model('black-forest-labs/flux-dev', null), name: 'somebody/new-and-shiny' }
    const price = priceOf(unknown, createMeasuredTimes())
    expect(price).toMatchObject({ usd: UNKNOWN_PICTURE_USD, estimate: true })
    for (const { usd } of Object.values(PER_PICTURE)) expect(usd * 2).toBeLessThan(price.usd)
    expect(costOf(price, 2)).toEqual({ usd: UNKNOWN_PICTURE_USD, estimate: true })
  })

  it('follows our own runs of the version, and of no other', () => {
    const measured = createMeasuredTimes()
    for (const seconds of [2, 3, 90]) measured.record('maker/nua-figurine:v1', seconds)
    expect(priceOf(FINE_TUNE, measured)).toMatchObject({ seconds: 3, usd: closeTo(3 * 0.001525) })
    expect(priceOf({ ...FINE_TUNE, version: 'v2' }, measured).seconds).toBe(6.9)
  })

  it('remembers the last twenty runs', () => {
    const measured = createMeasuredTimes()
    for (let run = 0; run < 30; run += 1) measured.record('a', 90)
    for (let run = 0; run < 20; run += 1) measured.record('a', 5)
    expect(measured.usual('a')).toBe(5)
    expect(measured.usual('b')).toBeNull()
  })
})

describe('what a run cost', () => {
  it('is its time where seconds are charged, and the listed price elsewhere', () => {
    const bySecond = priceOf(FINE_TUNE, createMeasuredTimes())
    expect(costOf(bySecond, 10)).toEqual({ usd: closeTo(0.01525), estimate: true })
    expect(costOf(bySecond, null)).toEqual({ usd: bySecond.usd, estimate: true })
    const listed = priceOf(model('black-forest-labs/flux-dev', null), createMeasuredTimes())
    expect(costOf(listed, 10)).toEqual({ usd: 0.025, estimate: false })
  })
})
