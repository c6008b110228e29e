import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { newForm } from '../../../../../plugin/ui/draft/new-form.ts'
import type { ChosenReference } from '../../../../../shared/draft-form.ts'
import { FIRST_STYLE } from '../../../../../shared/first-style.ts'
import type { FileId } from '../../../../../shared/ids.ts'
import type { Script } from '../../../../fakes/scripted-canvas.ts'
import { NO_SELECTION } from '../../../../fakes/scripted-canvas.ts'
import { createScriptedEngine } from '../../../../fakes/scripted-engine.ts'
import { startProxy } from '../../../../server/start-proxy.ts'
import { DOCUMENT } from '../../open-desk.ts'
import type { Stage } from '../../stage/create-stage.ts'
import { createStage } from '../../stage/create-stage.ts'

const GONE: ChosenReference = {
  file: '0'.repeat(64) as FileId,
  use: 'follow',
  strength: 0.8,
  document: DOCUMENT,
  name: 'Customer photo',
  width: 688,
  height: 1024,
  on: true,
}

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
})
afterAll(() => stage.close())

const open = async (uses: readonly 'follow'[], script: Partial<Script>) => {
  const engine = createScriptedEngine({ referenceUses: [...uses] })
  const proxy = await startProxy({ engines: [engine] })
  const { page, panel } = await stage.open({
    port: proxy.port,
    script: { document: DOCUMENT, token: proxy.proxy.token, ...script },
  })
  onTestFinished(() => page.close())
  await panel.getByRole('status', { name: 'Proxy' }).getByText('Connected').waitFor()
  return { panel, field: panel.getByRole('group', { name: 'Reference' }) }
}
const select = (name: string, width: number, height: number) => ({
  ...NO_SELECTION,
  count: 1,
  first: { node: '1:1', name, width, height },
})

test('a picture that the proxy does not have is said to be gone, and what is selected is offered', async () => {
  const { panel, field } = await open(['follow'], {
    form: { ...newForm(FIRST_STYLE), brief: 'a cook', reference: GONE },
    selection: select('Photo', 300, 400),
  })
  await field.getByRole('alert').getByText('The picture is gone; select it again.').waitFor()
  await panel.getByRole('button', { name: 'Draft 4' }).getByText('Select the reference').waitFor()
  await field.getByRole('button', { name: 'Use “Photo” instead' }).waitFor()
  await field.getByRole('button', { name: 'Remove the reference' }).click()
  await field.getByRole('switch', { name: 'Use “Photo” as a reference' }).waitFor()
  expect(await panel.getByLabel('Shape').isEnabled()).toBe(true)
})

test('what is too long and thin is not offered', async () => {
  const { field } = await open(['follow'], { selection: select('Line', 900, 100) })
  await field.getByText('“Line” is too long and thin to be a reference.').waitFor()
  expect(await field.getByRole('switch').count()).toBe(0)
})

test('a model that can use none says so while one is on, and else shows nothing', async () => {
  const selection = select('Photo', 300, 400)
  const { field } = await open([], {
    form: { ...newForm(FIRST_STYLE), reference: GONE },
    selection,
  })
  await field.getByText('This model cannot use a reference; it is left out.').waitFor()
  const bare = await open([], { selection })
  await bare.panel.getByLabel('Shape').waitFor()
  expect(await bare.field.count()).toBe(0)
})
