import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_CHOICES } from '../../../../shared/piece-memory.ts'
import { FIRST_STYLE } from '../../../../shared/first-style.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import { eventually } from '../eventually.ts'
import { DOCUMENT } from '../open-desk.ts'
import type { Stage } from '../stage/create-stage.ts'
import { createStage } from '../stage/create-stage.ts'
import {
  asked,
  button,
  openDatasetTab,
  renderedPicture,
  selectedLayers,
  storedPieces,
} from './open-dataset-tab.ts'

const ATTACK = '</script><img src=x onerror="parent.attacked = true">'
const CONTENT = 'c'.repeat(16)

let stage: Stage
let picture: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  ;[stage, picture] = await Promise.all([createStage(), renderedPicture()])
}, 60_000)
afterAll(() => stage.close())

test('layers become pieces: opaque pictures of three channels, captions, and a memory on the canvas', async () => {
  const { proxy, page, panel } = await openDatasetTab(
    stage,
    selectedLayers(picture, 'a cook', ATTACK),
  )
  await button(panel, 'Add 2 pieces').click()
  await panel.getByText('All of it is in the dataset as it is').waitFor()
  const [cook, attack] = await storedPieces(proxy)
  expect(cook).toMatchObject({
    name: 'figurine_01',
    caption: 'a nua_figurine_style chibi figurine of a cook',
    provenance: { type: 'frame', document: DOCUMENT, node: '1:0', render: cook!.file },
  })
  expect(attack?.caption).toContain(ATTACK)
  const bytes = await (await proxy.request(`/v1/files/${cook!.file}`)).arrayBuffer()
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  expect(info).toMatchObject({ width: 1024, height: 1024, channels: 3 })
  const pixel = (x: number, y: number) => [...data.subarray((y * 1024 + x) * 3).subarray(0, 3)]
  expect([pixel(900, 5), pixel(900, 1023)]).toEqual([
    [255, 0, 0],
    [255, 0, 0],
  ])
  for (const [at, channel] of pixel(5, 512).entries())
    expect(Math.abs(channel - [127, 127, 255][at]!)).toBeLessThanOrEqual(1)
  expect((await asked(page)).remembered).toEqual(
    [cook!, attack!].map(({ id }, at) => ({
      node: `1:${at}`,
      exported: { style: 'nua', piece: id, content: CONTENT },
      choices: DEFAULT_CHOICES,
    })),
  )
  expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false)
})

test('layers of one name are pieces of their own, each with files of its own', async () => {
  const { proxy, panel } = await openDatasetTab(
    stage,
    selectedLayers(picture, 'Frame 1', 'Frame 1'),
  )
  await button(panel, 'Add 2 pieces').click()
  await panel.getByText('All of it is in the dataset as it is').waitFor()
  expect((await storedPieces(proxy)).map(({ name }) => name)).toEqual([
    'figurine_01',
    'figurine_02',
  ])
})

test('only what changed is exported again, as the same piece with its own caption', async () => {
  const proxy = await startProxy()
  const first = await openDatasetTab(stage, selectedLayers(picture, 'a cook', 'a knight'), proxy)
  await button(first.panel, 'Add 2 pieces').click()
  await first.panel.getByText('All of it is in the dataset as it is').waitFor()
  const [cook, knight] = await storedPieces(proxy)
  await first.page.close()
  const script = selectedLayers(picture, 'a cook', 'a knight')
  const exported = [cook!, knight!].map(({ id }) => ({
    style: FIRST_STYLE.id,
    piece: id,
    content: CONTENT,
  }))
  const memory = (at: number) => ({ ...DEFAULT_CHOICES, exported: [exported[at]!] })
  const { page, panel } = await openDatasetTab(
    stage,
    {
      subjects: script.subjects,
      layers: [
        { ...script.layers[0]!, memory: memory(0) },
        { ...script.layers[1]!, memory: memory(1), content: 'd'.repeat(16) },
      ],
    },
    proxy,
  )
  await panel.getByText('Changed since its export').waitFor()
  await panel.getByText('In sync').waitFor()
  await button(panel, 'Add 1 piece').click()
  await panel.getByText('All of it is in the dataset as it is').waitFor()
  await eventually(async () => expect((await asked(page)).remembered).toHaveLength(1))
  const { rendered, remembered } = await asked(page)
  expect(rendered.filter(({ side }) => side === 1024)).toEqual([{ node: '1:1', side: 1024 }])
  expect(remembered).toMatchObject([{ node: '1:1', exported: { piece: knight!.id } }])
  expect((await storedPieces(proxy)).map(({ caption }) => caption)).toEqual([
    cook!.caption,
    knight!.caption,
  ])
  await panel.getByRole('switch', { name: 'Export only what changed' }).click()
  await button(panel, 'Add 2 pieces').waitFor()
})

test('one layer that cannot be drawn keeps none of the others, and is named', async () => {
  const script = selectedLayers(picture, 'a cook', 'a ghost', 'a knight')
  const broken = script.layers.map((layer) =>
    layer.name === 'a ghost' ? { ...layer, picture: undefined } : layer,
  )
  const { proxy, panel } = await openDatasetTab(stage, { ...script, layers: broken })
  await button(panel, 'Add 3 pieces').click()
  await panel.getByText('1 layer could not be exported').waitFor()
  await panel.getByText(/a ghost: Figma could not do that/).waitFor()
  expect((await storedPieces(proxy)).map(({ caption }) => caption)).toEqual([
    'a nua_figurine_style chibi figurine of a cook',
    'a nua_figurine_style chibi figurine of a knight',
  ])
})

test('a long export tells how far it is, stops when she says so, and goes on from there', async () => {
  const names = Array.from({ length: 15 }, (_, at) => `figure ${at}`)
  const { proxy, page, panel } = await openDatasetTab(stage, selectedLayers(picture, ...names))
  await button(panel, 'Add 15 pieces').click()
  await panel.getByRole('progressbar', { name: 'Export' }).waitFor()
  await panel.getByText(/^[2-9] of 15 · figure/).waitFor()
  await button(panel, 'Cancel').click()
  await button(panel, /^Add \d+ pieces/).waitFor()
  const kept = await storedPieces(proxy)
  const { remembered } = await asked(page)
  expect(remembered).toHaveLength(kept.length)
  expect(kept.length).toBeLessThan(15)
  // What the canvas does not say: the scripted layers are the same. It is known from the dataset.
  await button(panel, /^Add \d+ pieces/).click()
  await eventually(async () => expect(await storedPieces(proxy)).toHaveLength(15))
})

test('her word is asked for what was generated, and kept with the layer', async () => {
  const flat = async (background: string) =>
    new Uint8Array(
      await sharp({ create: { width: 96, height: 96, channels: 3, background } })
        .png()
        .toBuffer(),
    )
  const [dark, light] = [await flat('#000000'), await flat('#333333')]
  const script = selectedLayers(picture, 'a traced cook')
  const { page, panel } = await openDatasetTab(stage, {
    subjects: script.subjects,
    layers: [{ ...script.layers[0]!, probes: { dark, light } }],
  })
  await panel.getByText('20 % of it is a generated picture').waitFor()
  expect(await button(panel, 'Export').getAttribute('aria-disabled')).toBe('true')
  await button(panel, 'Look at a traced cook').click()
  await button(panel, 'Train on it anyway').click()
  await panel.getByLabel('Rights').selectOption('The customer allows training')
  await eventually(async () =>
    expect((await asked(page)).chosen.map(({ choices }) => choices)).toEqual([
      { ...DEFAULT_CHOICES, trainAnyway: true },
      { ...DEFAULT_CHOICES, trainAnyway: true, consent: 'customer-allows' },
    ]),
  )
})

test('the kinds that are left out are switched and remembered', async () => {
  const { page, panel } = await openDatasetTab(stage, selectedLayers(picture, 'a cook'))
  await panel.getByText('Left out of every piece (5 of 5 kinds)').click()
  await panel.getByRole('switch', { name: 'Leave out: Text layers and their plates' }).click()
  await panel.getByLabel('Words in names').fill('Price, MASK; ref_2')
  await panel.getByRole('tab', { name: 'Dataset' }).focus()
  await eventually(async () =>
    expect((await asked(page)).switches).toEqual({
      leaveOut: ['named', 'hidden', 'references', 'drafts'],
      names: ['price', 'mask', 'ref'],
    }),
  )
  await panel.getByText('Left out of every piece (4 of 5 kinds)').waitFor()
})
