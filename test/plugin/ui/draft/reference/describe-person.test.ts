import sharp from 'sharp'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { newForm } from '../../../../../plugin/ui/draft/new-form.ts'
import { FIRST_STYLE } from '../../../../../shared/first-style.ts'
import type { Script } from '../../../../fakes/scripted-canvas.ts'
import { NO_SELECTION } from '../../../../fakes/scripted-canvas.ts'
import { createScriptedEngine } from '../../../../fakes/scripted-engine.ts'
import { openReplicate } from '../../../../server/replicate/open-replicate.ts'
import type { StartedProxy } from '../../../../server/start-proxy.ts'
import { startProxy } from '../../../../server/start-proxy.ts'
import { DOCUMENT } from '../../open-desk.ts'
import type { Stage } from '../../stage/create-stage.ts'
import { createStage } from '../../stage/create-stage.ts'

let stage: Stage
let photo: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  stage = await createStage()
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#fff"/><rect x="100" y="40" width="100" height="120" fill="#c82828"/></svg>`
  photo = new Uint8Array(await sharp(Buffer.from(svg)).removeAlpha().png().toBuffer())
})
afterAll(() => stage.close())

const open = async ({ port, proxy }: StartedProxy, script: Partial<Script> = {}) => {
  const { page, panel } = await stage.open({
    port,
    script: {
      document: DOCUMENT,
      token: proxy.token,
      reference: photo,
      selection: {
        ...NO_SELECTION,
        count: 1,
        first: { node: '1:1', name: 'Photo', width: 300, height: 200 },
      },
      ...script,
    },
  })
  onTestFinished(() => page.close())
  await panel.getByRole('status', { name: 'Proxy' }).getByText('Connected').waitFor()
  return { panel, brief: panel.getByLabel('Brief', { exact: true }) }
}

test('a photo becomes the words of the brief, by what can be seen here, and the words before come back', async () => {
  const proxy = await startProxy({ engines: [createScriptedEngine({ referenceUses: [] })] })
  const { panel, brief } = await open(proxy)
  await panel.getByRole('button', { name: 'Describe its colours in words · free' }).click()
  await panel.getByText('The brief was written from the picture.').waitFor()
  expect(await brief.inputValue()).toBe('person, mostly in red')
  await panel.getByRole('button', { name: 'Undo' }).click()
  expect(await brief.inputValue()).toBe('')
})

test('a half-typed brief is replaced by her word only', async () => {
  const proxy = await startProxy({ engines: [createScriptedEngine({ referenceUses: [] })] })
  const form = { ...newForm(FIRST_STYLE), brief: 'a cook with' }
  const { panel, brief } = await open(proxy, { form })
  await panel.getByRole('button', { name: 'Describe its colours in words · free' }).click()
  await panel.getByText('Replace the brief you are writing?').waitFor()
  expect(await brief.inputValue()).toBe('a cook with')
  await panel.getByRole('button', { name: 'Replace' }).click()
  expect(await brief.inputValue()).toBe('person, mostly in red')
  await panel.getByRole('button', { name: 'Undo' }).click()
  expect(await brief.inputValue()).toBe('a cook with')
})

test('before a photo goes to a model elsewhere its price is shown, and she is asked', async () => {
  const { fake, start } = await openReplicate()
  const { panel, brief } = await open(await start())
  await panel.getByRole('button', { name: /^Describe this person in words · .*\$0\.0/ }).click()
  await panel.getByText('“Photo” will leave this computer').waitFor()
  expect(fake.ledger).toEqual([])
  await panel.getByRole('button', { name: 'Keep them here' }).click()
  expect(fake.ledger).toEqual([])
  await panel.getByRole('button', { name: /^Describe this person/ }).click()
  await panel.getByRole('button', { name: 'Send references' }).click()
  await panel.getByText('The brief was written from the picture.').waitFor()
  expect(await brief.inputValue()).toBe('woman with curly hair in a white dress')
  expect(fake.ledger).toHaveLength(1)
})
