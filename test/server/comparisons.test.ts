import { describe, expect, it } from 'vitest'
import type { Comparison } from '../../shared/comparison.ts'
import type { StartedProxy } from './start-proxy.ts'
import { startProxy } from './start-proxy.ts'

const [V1, V2, V3] = ['me/nua:1', 'me/nua:2', 'me/nua:3'] as const
const row = (letter: string, versions: string[], outcome: Comparison['outcome']) => ({
  id: `comparison_${letter.repeat(20)}`,
  versions,
  outcome,
})
const won = (version: string): Comparison['outcome'] => ({ kind: 'won', version })

const count = async ({ call }: StartedProxy, comparisons: object[], style = 'nua') =>
  (await call('addComparisons', '/v1/comparisons', { json: { style, comparisons } })).versions
const read = async ({ call }: StartedProxy, style = 'nua') =>
  (await call('listComparisons', `/v1/comparisons?style=${style}`)).versions

describe('comparisons', () => {
  it('are counted as wins and ties out of comparisons, for good', async () => {
    const proxy = await startProxy()
    expect(await read(proxy)).toEqual([])
    const tallies = await count(proxy, [
      row('a', [V1, V2], won(V2)),
      row('b', [V1, V2, V3], won(V2)),
      row('c', [V1, V2], won(V1)),
      row('d', [V1, V2], { kind: 'tie' }),
      row('e', [V2, V3], { kind: 'neither' }),
    ])
    expect(tallies).toEqual([
      { version: V2, wins: 2, ties: 1, comparisons: 5 },
      { version: V1, wins: 1, ties: 1, comparisons: 4 },
      { version: V3, wins: 0, ties: 0, comparisons: 2 },
    ])
    await proxy.stop()
    expect(await read(await startProxy({ data: proxy.data }))).toEqual(tallies)
  })

  it('count once, as they were said last', async () => {
    const proxy = await startProxy()
    const said = [row('a', [V1, V2], won(V1))]
    expect(await count(proxy, said)).toEqual(await count(proxy, said))
    expect(await count(proxy, [row('a', [V1, V2], { kind: 'tie' })])).toEqual([
      { version: V1, wins: 0, ties: 1, comparisons: 1 },
      { version: V2, wins: 0, ties: 1, comparisons: 1 },
    ])
  })

  it('belong to their style', async () => {
    const proxy = await startProxy()
    await count(proxy, [row('a', [V1, V2], won(V1))])
    expect(await read(proxy, 'other')).toEqual([])
  })

  it.each([
    ['one version', row('a', [V1], won(V1))],
    ['four', row('a', [V1, V2, V3, 'me/nua:4'], won(V1))],
    ['the same one twice', row('a', [V1, V1], won(V1))],
    ['a winner that did not take part', row('a', [V1, V2], won(V3))],
  ])('are not between %s', async (_, comparison) => {
    const proxy = await startProxy()
    const json = { style: 'nua', comparisons: [row('b', [V1, V2], won(V1)), comparison] }
    expect(await proxy.refusal('/v1/comparisons', { json })).toMatchObject({ status: 400 })
    expect(await read(proxy)).toEqual([])
  })
})
