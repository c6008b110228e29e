import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeZip } from '../../../server/datasets/make-zip.ts'
import { piecePicture } from '../../../server/datasets/piece-picture.ts'
import { temporaryFolder } from '../../../server/start-proxy.ts'
import { eventually } from '../eventually.ts'
import type { Stage } from '../stage/create-stage.ts'
import { createStage } from '../stage/create-stage.ts'
import { button, openDatasetTab, storedPieces } from './open-dataset-tab.ts'

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
}, 60_000)
afterAll(() => stage.close())

const zipFile = (buffer: Buffer) => ({ name: 'old set.zip', mimeType: 'application/zip', buffer })
const FIELD = 'ZIP to add'

test('a ZIP becomes pieces once she has said whose work it is, and what is odd about it is told', async () => {
  const { proxy, panel } = await openDatasetTab(stage, {})
  await panel.getByText('This style has no pieces yet').waitFor()
  const zip = await makeZip([
    { name: 'a.png', bytes: await piecePicture(1) },
    { name: 'a.txt', bytes: 'a nua_figurine_style cook' },
    { name: 'b.png', bytes: await piecePicture(2) },
  ])
  // The button stands for it.
  expect(await panel.getByLabel(FIELD).isVisible()).toBe(false)
  await panel.getByLabel(FIELD).setInputFiles(zipFile(zip))
  const asked = panel.getByRole('group', { name: 'Add a ZIP' })
  await asked.getByText('old set.zip').waitFor()
  expect(await storedPieces(proxy)).toEqual([])
  await asked.getByLabel('Rights').selectOption('The customer allows training')
  await button(panel, 'Add its pictures').click()
  await panel.getByText('2 pieces added.').waitFor()
  await panel.getByText('1 thing to know').click()
  await panel.getByText('b.png: It has no caption in the ZIP.').waitFor()
  await button(panel, /^figurine_02/).waitFor()
  expect(await storedPieces(proxy)).toMatchObject([
    { caption: 'a nua_figurine_style cook', consent: 'customer-allows' },
    { caption: '', consent: 'customer-allows' },
  ])

  await button(panel, 'Dismiss').click()
  await panel.getByLabel(FIELD).setInputFiles(zipFile(zip))
  await button(panel, 'Add its pictures').click()
  await panel.getByText('Nothing new; 2 already there, left as they are.').waitFor()
})

test('a folder becomes pieces in the same way, of its pictures and texts alone', async () => {
  const { proxy, panel } = await openDatasetTab(stage, {})
  const folder = join(temporaryFolder(), 'May orders')
  await mkdir(join(folder, 'second'), { recursive: true })
  await writeFile(join(folder, 'a.png'), await piecePicture(1))
  await writeFile(join(folder, 'a.txt'), 'a nua_figurine_style cook')
  await writeFile(join(folder, 'second', 'b.png'), await piecePicture(2))
  await writeFile(join(folder, 'drawing.psd'), 'of hers')
  await panel.getByLabel('folder to add').setInputFiles(folder)
  await panel.getByRole('group', { name: 'Add a folder' }).getByText('May orders').waitFor()
  await button(panel, 'Add its pictures').click()
  await panel.getByText('2 pieces added.').waitFor()
  expect(await storedPieces(proxy)).toMatchObject([
    { caption: 'a nua_figurine_style cook' },
    { caption: '' },
  ])
})

test('a ZIP that is not taken is said in words, and adds nothing', async () => {
  const { proxy, panel } = await openDatasetTab(stage, {})
  const link = { name: 'a.png', bytes: '/etc/passwd', mode: 0o120777 }
  await panel.getByLabel(FIELD).setInputFiles(zipFile(await makeZip([link])))
  await button(panel, 'Add its pictures').click()
  await panel.getByText('The ZIP holds a link, “a.png”').waitFor()
  await panel.getByText('Nothing was added.').waitFor()
  const broken = [{ name: 'b.png', bytes: 'no picture' }]
  await panel.getByLabel(FIELD).setInputFiles(zipFile(await makeZip(broken)))
  await button(panel, 'Add its pictures').click()
  await panel.getByRole('alert').filter({ hasText: '“b.png” cannot be a piece' }).waitFor()
  await eventually(async () => expect(await storedPieces(proxy)).toEqual([]))
})
