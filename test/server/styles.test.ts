import { describe, expect, it } from 'vitest'
import { FIRST_STYLE } from '../../shared/first-style.ts'
import type { StyleDraft } from '../../shared/style.ts'
import { jobRequest } from './job-request.ts'
import type { StartedProxy } from './start-proxy.ts'
import { startProxy } from './start-proxy.ts'

const draft: StyleDraft = {
  name: 'Café Noir',
  trigger: 'noir',
  template: 'a {trigger} drawing of {brief}',
  model: 'nua/noir',
  defaults: FIRST_STYLE.defaults,
}
const create = async ({ call }: StartedProxy, changes: Partial<StyleDraft> = {}) =>
  (await call('createStyle', '/v1/styles', { json: { ...draft, ...changes } })).style
const names = async ({ call }: StartedProxy) =>
  (await call('listStyles', '/v1/styles')).styles.map(({ name }) => name)

describe('styles', () => {
  it('start with the one that ships', async () => {
    const { call } = await startProxy()
    expect(await call('listStyles', '/v1/styles')).toEqual({ styles: [FIRST_STYLE] })
  })

  it('can be added, changed, listed by name and removed, for good', async () => {
    const proxy = await startProxy()
    const { id } = await create(proxy)
    expect(id).toBe('cafe-noir')
    expect(await names(proxy)).toEqual(['Café Noir', 'Nua figurine'])
    const json = { ...draft, name: 'Zebra' }
    const { style } = await proxy.call('updateStyle', `/v1/styles/${id}`, { json })
    expect(style).toEqual({ id, ...json })
    await proxy.call('deleteStyle', '/v1/styles/nua')
    await proxy.stop()
    const again = await startProxy({ data: proxy.data })
    expect(await names(again)).toEqual(['Zebra'])
  })

  it.each([
    ['Café Noir', 'cafe-noir'],
    ['  ÅNGSTRÖM & Co. ', 'angstrom-co'],
    ['粘土', 'style'],
    ['🎨', 'style'],
    ['../../token', 'token'],
    ['x'.repeat(80), 'x'.repeat(48)],
  ])('named %s has the id %s, and the next one another', async (name, id) => {
    const proxy = await startProxy()
    expect((await create(proxy, { name })).id).toBe(id)
    expect((await create(proxy, { name })).id).toBe(`${id}-2`)
    expect((await create(proxy, { name })).id).toBe(`${id}-3`)
  })

  it('keep their last one', async () => {
    const { refusal, call } = await startProxy()
    expect(await refusal('/v1/styles/nua', { method: 'DELETE' })).toMatchObject({
      status: 409,
      code: 'conflict',
    })
    expect((await call('listStyles', '/v1/styles')).styles).toHaveLength(1)
  })

  it.each(['PUT', 'DELETE'])('do not know an unknown id: %s', async (method) => {
    const { refusal } = await startProxy()
    const call = { method, ...(method === 'PUT' && { json: draft }) }
    expect(await refusal('/v1/styles/gone', call)).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('leave the jobs that were made with them as they were', async () => {
    const proxy = await startProxy()
    const style = await create(proxy)
    const { id } = await proxy.create(jobRequest({ style: style.id, brief: 'a fox' }))
    const json = { ...draft, name: 'Other', template: 'other {brief}', model: null }
    await proxy.call('updateStyle', `/v1/styles/${style.id}`, { json })
    await proxy.call('deleteStyle', `/v1/styles/${style.id}`)
    expect(await proxy.job(id)).toMatchObject({
      style: { id: 'cafe-noir', name: 'Café Noir' },
      prompt: 'a noir drawing of a fox',
      version: 'nua/noir',
    })
  })

  it.each([
    [{ template: 'no place for it' }, /template: The template needs \{brief\}/],
    [{ name: '   ' }, /name: Give the style a name/],
    [{ trigger: 'two words' }, /trigger: A trigger word has letters/],
    [{ model: 'nua' }, /model: /],
    [{ defaults: { ...draft.defaults, count: 9 } }, /defaults\.count: /],
    [{ extra: 1 }, /extra: /],
  ])('refuse %j', async (changes, message) => {
    const { refusal } = await startProxy()
    const refused = await refusal('/v1/styles', { json: { ...draft, ...changes } })
    expect(refused).toMatchObject({ status: 400, code: 'invalid_request' })
    expect(refused.message).toMatch(message)
  })
})
