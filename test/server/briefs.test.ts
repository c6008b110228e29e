import { describe, expect, it } from 'vitest'
import { BRIEFS_LIMIT } from '../../shared/saved-brief.ts'
import type { StartedProxy } from './start-proxy.ts'
import { startProxy } from './start-proxy.ts'

const knight = { name: 'Knight', tags: ['toy', 'Red '], text: 'a knight in red' }
const save = ({ call }: StartedProxy, ...briefs: object[]) =>
  call('saveBriefs', '/v1/briefs', { json: { briefs } })
const list = async ({ call }: StartedProxy) => (await call('listBriefs', '/v1/briefs')).briefs

describe('saved briefs', () => {
  it('are kept by name, changed and deleted, for good', async () => {
    const proxy = await startProxy()
    const { briefs, merged } = await save(proxy, knight, {
      ...knight,
      name: 'Cook',
      text: 'a cook',
    })
    expect(merged).toBe(0)
    expect(briefs[0]).toMatchObject({ ...knight, tags: ['toy', 'red'] })
    expect((await list(proxy)).map(({ name }) => name)).toEqual(['Cook', 'Knight'])
    const path = `/v1/briefs/${briefs[0]!.id}`
    const changed = { name: 'Sir', tags: [], text: 'a knight' }
    const { brief } = await proxy.call('updateBrief', path, { json: changed })
    expect(brief).toEqual({ id: briefs[0]!.id, ...changed })
    await proxy.call('deleteBrief', `/v1/briefs/${briefs[1]!.id}`)
    await proxy.stop()
    const again = await startProxy({ data: proxy.data })
    expect(await list(again)).toEqual([brief])
  })

  it('with the words of one that is there add their tags to it', async () => {
    const proxy = await startProxy()
    await save(proxy, knight)
    const more = { name: 'Other', tags: ['blue', 'toy'], text: '  a knight\n in red ' }
    const { briefs, merged } = await save(
      proxy,
      more,
      { ...knight, name: 'Squire', text: 'new' },
      more,
    )
    expect(merged).toBe(2)
    expect(briefs).toHaveLength(2)
    expect((await list(proxy)).map(({ name, tags, text }) => ({ name, tags, text }))).toEqual([
      { name: 'Knight', tags: ['toy', 'red', 'blue'], text: 'a knight in red' },
      { name: 'Squire', tags: ['toy', 'red'], text: 'new' },
    ])
  })

  it('are saved all or none, up to a limit that is said', async () => {
    const proxy = await startProxy()
    const many = Array.from({ length: BRIEFS_LIMIT }, (_, at) => ({
      ...knight,
      text: `knight ${at}`,
    }))
    await save(proxy, ...many)
    const json = { briefs: [many[0], { ...knight, text: 'one too many' }] }
    const refused = await proxy.refusal('/v1/briefs', { json })
    expect(refused).toMatchObject({ status: 409, code: 'conflict' })
    expect(refused.message).toMatch(/at most 500 briefs, and this would make 501/)
    expect(await list(proxy)).toHaveLength(BRIEFS_LIMIT)
  })

  it.each([
    [{ name: ' ' }, /name: Give the brief a name/],
    [{ text: '\n' }, /text: Write a brief first/],
    [{ text: 'x'.repeat(2001) }, /text: A brief has at most 2000/],
    [{ tags: ['x'.repeat(25)] }, /tags\.0: A tag has at most 24/],
    [{ tags: Array(13).fill('x') }, /tags: A brief has at most 12 tags/],
    [{ extra: 1 }, /extra: /],
  ])('refuse %j', async (changes, message) => {
    const proxy = await startProxy()
    const refused = await proxy.refusal('/v1/briefs', {
      json: { briefs: [{ ...knight, ...changes }] },
    })
    expect(refused).toMatchObject({ status: 400, code: 'invalid_request' })
    expect(refused.message).toMatch(message)
  })

  it.each(['PUT', 'DELETE'])('that nobody has saved are not there: %s', async (method) => {
    const { refusal } = await startProxy()
    const call = { method, ...(method === 'PUT' && { json: knight }) }
    const path = `/v1/briefs/brief_${'0'.repeat(20)}`
    expect(await refusal(path, call)).toMatchObject({ status: 404, code: 'not_found' })
  })
})
