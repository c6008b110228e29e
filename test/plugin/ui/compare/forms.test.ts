import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startProxy } from '../../../server/start-proxy.ts'
import { DOCUMENT } from '../open-desk.ts'
import type { Stage } from '../stage/create-stage.ts'
import { createStage } from '../stage/create-stage.ts'

const ATTACK = '</script><img src=x onerror="parent.attacked = true"> {red|blue} cape'

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
})
afterAll(() => stage.close())

test('the forms of a sweep and of a version test say what they make, and what is wrong', async () => {
  const proxy = await startProxy()
  for (const model of ['me/one', 'me/two', 'me/three', 'me/four'])
    await proxy.call('addVersion', '/v1/styles/nua/versions', { json: { model } })
  const script = { document: DOCUMENT, token: proxy.proxy.token }
  const { page, panel } = await stage.open({ port: proxy.port, script })
  onTestFinished(() => page.close())
  await panel.getByText('Connected').waitFor()
  await panel.getByRole('tab', { name: 'Compare' }).click()
  const nameless = async () =>
    (await panel.locator('body').ariaSnapshot())
      .split('\n')
      .filter((line) => /- (button|textbox|combobox|switch|radio)\b(?! ")/.test(line))

  const press = panel.getByRole('button', { name: /^Draft \d/ })
  await panel.getByText('Sweep', { exact: true }).click()
  expect(await press.textContent()).toMatch(/Write a brief first/)
  await panel.getByLabel('Brief', { exact: true }).fill(ATTACK)
  await panel.getByRole('switch', { name: 'Without the LoRA as well' }).click()
  await panel.getByLabel('Rows', { exact: true }).selectOption('words')
  expect(await press.textContent()).toBe('Draft 8 pictures4 columns × 2 rows · free')
  await panel.getByLabel('Columns, values').fill('0.5 to 9')
  await panel.getByRole('alert').getByText('From -1 to 3').waitFor()
  expect(await press.getAttribute('aria-disabled')).toBe('true')
  expect(await nameless()).toEqual([])
  await page.keyboard.press('Escape')
  expect(await press.count()).toBe(0)

  await panel.getByText('Version A/B', { exact: true }).click()
  const pressed = () => panel.locator('[aria-pressed=true]').allTextContents()
  expect(await pressed()).toEqual(['v3', 'v4'])
  await panel.getByRole('button', { name: 'v1' }).click()
  expect(await press.textContent()).toBe('Draft 18 pictures6 rows of 3 · free')
  await panel.getByRole('button', { name: 'v2' }).click()
  expect(await press.textContent()).toContain('At most 3 versions at once')
  expect(await nameless()).toEqual([])
  expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false)
})
