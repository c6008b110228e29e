import * as v from 'valibot'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { newForm } from '../../../../plugin/ui/draft/new-form.ts'
import { FIRST_STYLE } from '../../../../shared/first-style.ts'
import { WrittenStyle } from '../../../../shared/style.ts'
import { createScriptedEngine } from '../../../fakes/scripted-engine.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import { eventually } from '../eventually.ts'
import { DOCUMENT } from '../open-desk.ts'
import type { Stage } from '../stage/create-stage.ts'
import { createStage } from '../stage/create-stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
})
afterAll(() => stage.close())

test('the editor of a style lists its versions, makes one the default, and retires another', async () => {
  const { call, proxy, port } = await startProxy({ engines: [createScriptedEngine({})] })
  const written = v.parse(WrittenStyle, FIRST_STYLE)
  for (const name of ['first', 'second'])
    await call('updateStyle', '/v1/styles/nua', {
      json: { ...written, model: `nua/${name}:${'ab12'.repeat(16)}` },
    })
  const { page, panel } = await stage.open({
    port,
    script: { document: DOCUMENT, token: proxy.token, form: newForm(FIRST_STYLE) },
  })
  onTestFinished(() => page.close())
  const stored = async () => (await call('listStyles', '/v1/styles')).styles[0]!
  await panel.getByText('Version v2', { exact: true }).waitFor()
  await panel.getByRole('button', { name: 'Edit style' }).click()
  const list = panel.getByRole('region', { name: 'Versions' })
  const shown = async () => {
    const rows = await list.getByRole('listitem').allInnerTexts()
    return rows.map((text) => text.replace(/\s+/g, ' ').replace(/\d+\/\d+\/\d+/, 'today'))
  }
  await list.getByRole('button', { name: 'Roll back to v1' }).click()
  await list.getByRole('button', { name: 'Retire v2' }).click()
  await list.getByText('Retired').waitFor()
  expect(await shown()).toEqual([
    'v2 nua/second:ab12ab12 Retired · Typed · today Make default Take back',
    'v1 nua/first:ab12ab12 Typed · today Default',
  ])
  await panel.getByLabel('Name', { exact: true }).fill('Renamed')
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await panel.getByText('Version v1', { exact: true }).waitFor()
  await eventually(async () =>
    expect(await stored()).toMatchObject({
      name: 'Renamed',
      model: expect.stringMatching(/^nua.first:/) as string,
    }),
  )
})
