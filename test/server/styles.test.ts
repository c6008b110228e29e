import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../server/db/migrate.ts'
import { FIRST_STYLE } from '../../shared/first-style.ts'
import type { Style, StyleDraft } from '../../shared/style.ts'
import { jobRequest } from './job-request.ts'
import type { StartedProxy } from './start-proxy.ts'
import { startProxy, temporaryFolder } from './start-proxy.ts'

const BEFORE_VERSIONS = readdirSync(join(import.meta.dirname, '../../server/db/migrations'))
  .sort()
  .findIndex((name) => name.startsWith('0008'))

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
    expect(style).toMatchObject({ id, ...json })
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

  it('remember each model as a version, and the model of the default one is theirs', async () => {
    const { call } = await startProxy()
    const put = async (path: string, json: object) =>
      (await call('updateStyle', `/v1/styles/nua${path}`, { json })).style
    const facts = ({ model, versions }: Style) => [
      model,
      ...versions.map((version) => `v${version.number} ${version.model} ${version.state}`),
    ]
    const json = { ...draft, model: 'nua/one' }
    await put('', json)
    await put('', { ...json, model: 'nua/two' })
    await put('', { ...json, model: 'nua/two', name: 'Renamed' })
    const added = { model: 'nua/three', note: 'Softer' }
    const { style } = await call('addVersion', '/v1/styles/nua/versions', { json: added })
    expect(style.versions[2]).toMatchObject({
      number: 3,
      note: 'Softer',
      origin: { type: 'typed' },
    })
    expect(facts(style)).toEqual([
      'nua/two',
      'v1 nua/one active',
      'v2 nua/two active',
      'v3 nua/three active',
    ])
    await put('/versions/1', { note: '', state: 'retired' })
    await put('/default', { number: 3 })
    expect(facts(await put('/versions/2', { note: '', state: 'retired' }))).toEqual([
      'nua/three',
      'v1 nua/one retired',
      'v2 nua/two retired',
      'v3 nua/three active',
    ])
    expect(facts(await put('/default', { number: 1 })).slice(0, 2)).toEqual([
      'nua/one',
      'v1 nua/one active',
    ])
    expect(facts(await put('', { ...json, model: null }))).toHaveLength(4)
  })

  it.each([
    [
      'POST',
      '/versions',
      { model: 'nua/noir' },
      409,
      'The style has this model already: it is v1.',
    ],
    ['PUT', '/versions/1', { note: '', state: 'retired' }, 409, /^v1 is the current version/],
    ['PUT', '/versions/2', { note: '', state: 'retired' }, 404, /no version v2/],
    ['PUT', '/default', { number: 7 }, 404, /no version v7/],
    ['POST', '/versions', { model: 'nua' }, 400, /owner\/name/],
  ])('refuse %s %s %j', async (method, path, json, status, message) => {
    const proxy = await startProxy()
    const { id } = await create(proxy)
    const refused = await proxy.refusal(`/v1/styles/${id}${path}`, { method, json })
    expect(refused.status).toBe(status)
    expect(refused.message).toMatch(message)
  })

  it('of an older proxy have their model as v1', async () => {
    const data = temporaryFolder()
    const db = new DatabaseSync(join(data, 'maquette.db'))
    migrate(db, BEFORE_VERSIONS)
    const add = db.prepare('INSERT INTO styles (id, style) VALUES (?, ?)')
    for (const [id, model] of [
      ['old', 'nua/old'],
      ['none', null],
    ])
      add.run(id!, JSON.stringify({ ...draft, id, model, name: id }))
    db.close()
    const { call } = await startProxy({ data })
    const [none, old] = (await call('listStyles', '/v1/styles')).styles
    expect(none?.versions).toEqual([])
    expect(old?.versions).toMatchObject([{ number: 1, model: 'nua/old', state: 'active' }])
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
