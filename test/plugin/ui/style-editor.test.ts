import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startProxy } from '../../server/start-proxy.ts'
import { DOCUMENT } from './open-desk.ts'
import type { Stage } from './stage/create-stage.ts'
import { createStage } from './stage/create-stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
})
afterAll(() => stage.close())

test('a style is added with its mistakes said beside the fields, and used at once', async () => {
  const { port, proxy } = await startProxy()
  const script = { document: DOCUMENT, token: proxy.token }
  const { page, panel } = await stage.open({ port, script })
  onTestFinished(() => page.close())
  await panel.getByText('Connected').waitFor()
  await panel.getByRole('textbox', { name: 'Brief', exact: true }).fill('a cook')
  await panel.getByRole('button', { name: 'Add style' }).click()
  await panel.getByRole('textbox', { name: 'Template' }).fill('{trigger} cartoon')
  await panel.getByRole('textbox', { name: 'Trained model' }).fill('not a model')
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  for (const words of [
    'Give the style a name.',
    'The template needs {brief} where the brief goes.',
  ])
    await panel.getByRole('alert').getByText(words).waitFor()
  await panel.getByRole('textbox', { name: 'Name' }).fill('Cartoon')
  await panel.getByRole('textbox', { name: 'Trigger word' }).fill('toonx')
  await panel.getByRole('textbox', { name: 'Template' }).fill('{trigger} cartoon of {brief}')
  await panel.getByRole('textbox', { name: 'Trained model' }).fill('')
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await panel.getByRole('dialog').waitFor({ state: 'detached' })
  const prompt = panel.getByRole('group', { name: 'Prompt' }).getByRole('paragraph')
  expect(await prompt.textContent()).toBe('toonx cartoon of a cook')
})
