import * as v from 'valibot'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { newForm } from '../../../../../plugin/ui/draft/new-form.ts'
import { FIRST_STYLE } from '../../../../../shared/first-style.ts'
import { WrittenStyle } from '../../../../../shared/style.ts'
import type { Script } from '../../../../fakes/scripted-canvas.ts'
import { createScriptedEngine } from '../../../../fakes/scripted-engine.ts'
import { picture } from '../../../../server/pictures.ts'
import { jobRequest, newDocumentId } from '../../../../server/job-request.ts'
import type { StartedProxy } from '../../../../server/start-proxy.ts'
import { startProxy } from '../../../../server/start-proxy.ts'
import { eventually } from '../../eventually.ts'
import { DOCUMENT } from '../../open-desk.ts'
import type { Stage } from '../../stage/create-stage.ts'
import { createStage } from '../../stage/create-stage.ts'

const OTHER = newDocumentId()

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
})
afterAll(() => stage.close())

/** A proxy that draws in no time. */
const start = async () => {
  const engine = createScriptedEngine()
  const bytes = await picture('png', { width: 300, height: 300 })
  engine.onRun = (run) => run.say({ type: 'finished', bytes })
  return startProxy({ engines: [engine] })
}
const draw = async (
  proxy: StartedProxy,
  brief: string,
  { count = 1, document = DOCUMENT } = {},
): Promise<string> =>
  (await proxy.ended((await proxy.create(jobRequest({ brief, count, document }))).id)).id
const report = (proxy: StartedProxy, id: string, index: number) =>
  proxy.call('placeOutput', `/v1/jobs/${id}/outputs/${index}/placed`, {
    json: { panel: `panel_${'0'.repeat(20)}` },
  })

const open = async (proxy: StartedProxy, script: Partial<Script> = {}) => {
  const { page, panel } = await stage.open({
    port: proxy.port,
    script: { document: DOCUMENT, token: proxy.proxy.token, ...script },
  })
  onTestFinished(() => page.close())
  await panel.getByRole('status', { name: 'Proxy' }).getByText('Connected').waitFor()
  await panel.getByRole('button', { name: 'History' }).click()
  const sheet = panel.getByRole('dialog', { name: 'History' })
  await sheet.waitFor()
  const tiles = sheet.getByRole('list', { name: 'Drafts' }).getByRole('button', { name: /picture/ })
  return {
    page,
    panel,
    sheet,
    tiles,
    placed: () => page.evaluate(() => globalThis.canvas.state.frames),
  }
}

test('a picture of long ago is found by its words and placed again beside its draft', async () => {
  const proxy = await start()
  const id = await draw(proxy, 'a knight in red', { count: 2 })
  await report(proxy, id, 0)
  await report(proxy, id, 1)
  for (let at = 0; at < 22; at += 1) await draw(proxy, `a cook ${at}`)
  const { page, sheet, tiles, placed } = await open(proxy)
  await eventually(async () => expect(await tiles.count()).toBe(20))
  await sheet.getByRole('button', { name: 'Show older' }).click()
  await eventually(async () => expect(await tiles.count()).toBe(24))
  await sheet.getByLabel('Search').fill('RED kni')
  await eventually(async () => expect(await tiles.count()).toBe(2))
  await tiles.nth(0).focus()
  await page.keyboard.press('ArrowRight')
  await sheet.getByRole('button', { name: /^Place again/ }).waitFor()
  await page.keyboard.press('Enter')
  await sheet.getByText('Placed on the canvas.').waitFor()
  expect((await placed()).map(({ job, index }) => [job, index])).toEqual([[id, 1]])
  await page.keyboard.press('s')
  await sheet.getByRole('button', { name: 'a knight in red, picture 2 ★' }).waitFor()
  expect((await proxy.job(id)).outputs[1]?.mark).toEqual({ kind: 'star' })
  await sheet.getByText('★ Stars').click()
  await eventually(async () => expect(await tiles.count()).toBe(1))
  await sheet.getByLabel('Search').fill('zebra')
  await sheet.getByText('No draft fits').waitFor()
})

test('arrow keys go from row to row', async () => {
  const proxy = await start()
  await draw(proxy, 'a knight', { count: 2 })
  await draw(proxy, 'a cook', { count: 3 })
  const { page, sheet, tiles } = await open(proxy)
  await tiles.nth(4).waitFor()
  await tiles.nth(2).focus()
  const focused = () => sheet.locator('.tile:focus').getAttribute('aria-label')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toContain('a knight, picture 2')
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toContain('a cook, picture 2')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(await focused()).toContain('a cook, picture 1')
})

test('a picture of another file comes into this one, and its own file still waits for it', async () => {
  const proxy = await start()
  const id = await draw(proxy, 'a cook', { document: OTHER })
  const { sheet, tiles, placed } = await open(proxy)
  await sheet.getByText('Nothing was drafted in this file yet.').waitFor()
  await sheet.getByText('All files').click()
  await tiles.click()
  await sheet.getByText(/another file/).waitFor()
  await sheet.getByRole('button', { name: /^Place/ }).click()
  await sheet.getByText('Placed on the canvas.').waitFor()
  expect((await placed()).map(({ recipe }) => recipe?.document)).toEqual([OTHER])
  expect((await proxy.job(id)).outputs[0]?.placed).toBe(false)
})

test('style, version and days narrow it down', async () => {
  const proxy = await start()
  const json = { ...v.parse(WrittenStyle, FIRST_STYLE), name: 'Other', model: 'nua/other' }
  const { style } = await proxy.call('createStyle', '/v1/styles', { json })
  await draw(proxy, 'a cook')
  await proxy.ended((await proxy.create(jobRequest({ style: style.id, document: DOCUMENT }))).id)
  const { sheet, tiles } = await open(proxy)
  await sheet.getByText('Style and date').click()
  await sheet.getByLabel('Style', { exact: true }).selectOption('Other')
  await eventually(async () => expect(await tiles.count()).toBe(1))
  await sheet.getByLabel('Version').selectOption('v1')
  await eventually(async () => expect(await tiles.count()).toBe(1))
  await sheet.getByLabel('Style', { exact: true }).selectOption('Any style')
  await eventually(async () => expect(await tiles.count()).toBe(2))
  const today = new Date()
  const day = (later: number) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + later, 12)
      .toISOString()
      .slice(0, 10)
  await sheet.getByLabel('To', { exact: true }).fill(day(0))
  await sheet.getByLabel('From', { exact: true }).fill(day(-1))
  await eventually(async () => expect(await tiles.count()).toBe(2))
  await sheet.getByLabel('From', { exact: true }).fill(day(1))
  await sheet.getByText('No draft fits').waitFor()
})

test('a brief of the history never replaces a half-typed one unasked', async () => {
  const proxy = await start()
  await draw(proxy, 'a knight in red')
  const { panel, sheet } = await open(proxy, {
    form: { ...newForm(FIRST_STYLE), brief: 'a half-typed' },
  })
  await sheet.getByRole('button', { name: 'a knight in red', exact: true }).click()
  const brief = panel.getByRole('textbox', { name: 'Brief', exact: true })
  expect(await brief.inputValue()).toBe('a half-typed')
  await panel.getByRole('button', { name: 'Replace' }).click()
  expect(await brief.inputValue()).toBe('a knight in red')
})

test('what went wrong is said, and it can be tried again', async () => {
  const proxy = await start()
  await draw(proxy, 'a knight in red')
  const { page, sheet, tiles } = await open(proxy)
  await tiles.waitFor()
  await page.route('**/v1/jobs**', (route) => route.abort())
  await sheet.getByLabel('Search').fill('knight')
  await sheet.getByRole('alert').getByText('cannot be reached').waitFor()
  await page.unroute('**/v1/jobs**')
  await sheet.getByRole('button', { name: 'Try again' }).click()
  await sheet.getByRole('alert').waitFor({ state: 'detached' })
  await tiles.waitFor()
})

test('unplaced pictures are dismissed, and the history keeps them', async () => {
  const proxy = await start()
  const id = await draw(proxy, 'a knight in red', { count: 2 })
  const { page, panel, sheet, tiles, placed } = await open(proxy)
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Dismiss all' }).click()
  await panel.getByText('Unplaced', { exact: true }).waitFor({ state: 'detached' })
  expect((await proxy.job(id)).outputs.map(({ dismissed, placed }) => [dismissed, placed])).toEqual(
    [
      [true, false],
      [true, false],
    ],
  )
  await panel.getByRole('button', { name: 'History' }).click()
  await tiles.nth(1).click()
  await sheet.getByRole('button', { name: /^Place/ }).click()
  await sheet.getByText('Placed on the canvas.').waitFor()
  expect((await placed()).map(({ index }) => index)).toEqual([1])
  expect((await proxy.job(id)).outputs[1]?.placed).toBe(true)
})
