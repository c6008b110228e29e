import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { newForm } from '../../../../../plugin/ui/draft/new-form.ts'
import { FIRST_STYLE } from '../../../../../shared/first-style.ts'
import type { Script } from '../../../../fakes/scripted-canvas.ts'
import type { StartedProxy } from '../../../../server/start-proxy.ts'
import { startProxy } from '../../../../server/start-proxy.ts'
import { eventually } from '../../eventually.ts'
import { DOCUMENT } from '../../open-desk.ts'
import type { Stage } from '../../stage/create-stage.ts'
import { createStage } from '../../stage/create-stage.ts'

const KNIGHT = { name: 'Red knight', tags: ['armour', 'café'], text: 'a knight in red armour' }
const COOK = { name: 'Cook', tags: [], text: 'a cook with a tall hat' }

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
})
afterAll(() => stage.close())

const save = (proxy: StartedProxy, ...briefs: object[]) =>
  proxy.call('saveBriefs', '/v1/briefs', { json: { briefs } })
const kept = async (proxy: StartedProxy) =>
  (await proxy.call('listBriefs', '/v1/briefs')).briefs.map(({ id: _, ...brief }) => brief)

const open = async (proxy: StartedProxy, brief = '', script: Partial<Script> = {}) => {
  const { page, panel } = await stage.open({
    port: proxy.port,
    script: {
      document: DOCUMENT,
      token: proxy.proxy.token,
      form: { ...newForm(FIRST_STYLE), brief },
      ...script,
    },
  })
  onTestFinished(() => page.close())
  await panel.getByRole('status', { name: 'Proxy' }).getByText('Connected').waitFor()
  await panel.getByRole('button', { name: 'Saved briefs' }).click()
  const sheet = panel.getByRole('dialog')
  const items = sheet.getByRole('list', { name: 'Briefs' }).getByRole('listitem')
  const field = panel.getByRole('textbox', { name: 'Brief', exact: true })
  return { page, panel, sheet, items, field }
}
const choose = async ({ page, sheet }: Awaited<ReturnType<typeof open>>, text: string) => {
  const asked = page.waitForEvent('filechooser')
  await sheet.getByRole('button', { name: 'Import' }).click()
  const file = { name: 'briefs.json', mimeType: 'application/json', buffer: Buffer.from(text) }
  await (await asked).setFiles(file)
}

test('the brief that she is writing is saved under a name, found again, changed and deleted', async () => {
  const proxy = await startProxy()
  await save(proxy, COOK)
  const { sheet, items } = await open(proxy, KNIGHT.text)
  await sheet.getByRole('button', { name: 'Save the brief that you are writing' }).click()
  expect(await sheet.getByLabel('Name').inputValue()).toBe(KNIGHT.text)
  await sheet.getByLabel('Name').fill('  ')
  await sheet.getByLabel('Tags').fill('Armour, café,')
  await sheet.getByRole('button', { name: 'Save', exact: true }).click()
  await sheet.getByRole('alert').getByText('Give the brief a name.').waitFor()
  await sheet.getByLabel('Name').fill(KNIGHT.name)
  await sheet.getByRole('button', { name: 'Save', exact: true }).click()
  await sheet.getByText('Saved.').waitFor()
  expect(await kept(proxy)).toEqual([COOK, KNIGHT])
  expect(await sheet.getByRole('button', { name: /^Save the brief/ }).count()).toBe(0)

  await sheet.getByLabel('Search').fill('RED cafe')
  await eventually(async () => expect(await items.count()).toBe(1))
  await sheet.getByLabel('Search').fill('zebra')
  await sheet.getByText('No saved brief has these words.').waitFor()
  await sheet.getByLabel('Search').fill('cook')
  await sheet.getByRole('button', { name: 'Edit: Cook' }).click()
  await sheet.getByRole('button', { name: 'Delete' }).click()
  await sheet.getByRole('button', { name: 'Delete for everybody' }).click()
  await sheet.getByText('Deleted.').waitFor()
  expect(await kept(proxy)).toEqual([KNIGHT])
})

test('a saved brief goes into the form, and never over a half-typed one unasked', async () => {
  const proxy = await startProxy()
  await save(proxy, KNIGHT)
  const { panel, items, field } = await open(proxy, 'a half-typed')
  await items.getByRole('button', { name: /^Red knight/ }).click()
  expect(await field.inputValue()).toBe('a half-typed')
  await panel.getByRole('button', { name: 'Replace' }).click()
  expect(await field.inputValue()).toBe(KNIGHT.text)
  const empty = await open(proxy)
  await empty.items.getByRole('button', { name: /^Red knight/ }).click()
  expect(await empty.field.inputValue()).toBe(KNIGHT.text)
})

test('they go to a file, and from it to another proxy; what is there already is merged', async () => {
  const proxy = await startProxy()
  await save(proxy, KNIGHT, COOK)
  const mine = await open(proxy)
  const saving = mine.page.waitForEvent('download')
  await mine.sheet.getByRole('button', { name: 'Export' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toBe('maquette-briefs.json')
  const text = await readFile(await download.path(), 'utf8')
  expect(JSON.parse(text)).toEqual({ schema: 1, value: { briefs: [COOK, KNIGHT] } })

  const other = await startProxy()
  await save(other, { ...KNIGHT, name: 'Sir', tags: ['toy'] })
  const hers = await open(other)
  await choose(hers, text)
  await hers.sheet.getByText('1 brief added, 1 there already.').waitFor()
  expect(await kept(other)).toEqual([
    COOK,
    { ...KNIGHT, name: 'Sir', tags: ['toy', 'armour', 'café'] },
  ])
})

test('as many as there may be come in one file; one more, and what is no such file, is refused in words', async () => {
  const proxy = await startProxy()
  const hers = await open(proxy)
  await hers.sheet.getByText('No brief is saved yet.').waitFor()
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...KNIGHT,
      name: '粘土'.repeat(40),
      text: `${at} ${'粘'.repeat(1990)}`,
    }))
  const fileOf = (briefs: object[], schema = 1) => JSON.stringify({ schema, value: { briefs } })
  for (const text of [
    '',
    '{}',
    fileOf([{ name: 'x' }]),
    fileOf([KNIGHT], 2),
    fileOf([]),
    fileOf(many(501)),
  ]) {
    await choose(hers, text)
    await hers.sheet.getByText('This is no file of briefs from Maquette').waitFor()
  }
  await choose(hers, ' '.repeat(5_000_000))
  await hers.sheet.getByText('This file is too large for briefs.').waitFor()
  await choose(hers, fileOf(many(500)))
  await hers.sheet.getByText('500 briefs added.').waitFor()
  await choose(hers, fileOf([KNIGHT]))
  await hers.sheet.getByText('at most 500 briefs').waitFor()
  expect(await kept(proxy)).toHaveLength(500)
})

test('what went wrong is said', async () => {
  const proxy = await startProxy()
  const { page, sheet } = await open(proxy, KNIGHT.text)
  await page.route('**/v1/briefs**', (route) => route.abort())
  await sheet.getByRole('button', { name: /^Save the brief/ }).click()
  await sheet.getByRole('button', { name: 'Save', exact: true }).click()
  await sheet.getByRole('alert').getByText('cannot be reached').waitFor()
  expect(await sheet.getByLabel('Brief').inputValue()).toBe(KNIGHT.text)
})
