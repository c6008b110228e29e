import type { FrameLocator, Page } from 'playwright-core'
import sharp from 'sharp'
import { onTestFinished } from 'vitest'
import type { DatasetState, ScriptedLayer } from '../../../fakes/scripted-dataset.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import { DOCUMENT } from '../open-desk.ts'
import type { Stage } from '../stage/create-stage.ts'

export type Proxy = Awaited<ReturnType<typeof startProxy>>

/** The panel at its Dataset tab, on a scripted canvas and a proxy. */
export const openDatasetTab = async (
  stage: Stage,
  dataset: Partial<DatasetState>,
  proxy?: Proxy,
) => {
  const started = proxy ?? (await startProxy())
  const shown = await stage.open({
    port: started.port,
    script: { document: DOCUMENT, token: started.proxy.token, dataset },
  })
  onTestFinished(() => shown.page.close())
  await shown.panel.getByText('Connected').waitFor()
  await shown.panel.getByRole('tab', { name: 'Dataset' }).click()
  return { proxy: started, ...shown }
}

const SIDE = 1024

/** As Figma draws: with an alpha channel, here red at the right, and blue that lets white through at the left. */
export const renderedPicture = async () => {
  const [blue, red] = [Buffer.from([0, 0, 255, 128]), Buffer.from([255, 0, 0, 255])]
  const row = Buffer.concat([blue, red].map((pixel) => Buffer.alloc(SIDE * 2, pixel)))
  const raw = { width: SIDE, height: SIDE, channels: 4 } as const
  return new Uint8Array(
    await sharp(Buffer.alloc(row.length * SIDE, row), { raw })
      .png({ compressionLevel: 1 })
      .toBuffer(),
  )
}

/** Selected layers of these names, each with the same picture. */
export const selectedLayers = (picture: Uint8Array<ArrayBuffer>, ...names: string[]) => ({
  subjects: names.map((name, at) => ({ node: `1:${at}`, name, parts: [], areApart: false })),
  layers: names.map((name, at): ScriptedLayer => ({
    node: `1:${at}`,
    name,
    picture,
    hints: { name, component: '', layers: [], properties: [], texts: [] },
  })),
})

export const button = (panel: FrameLocator, name: string | RegExp) =>
  panel.getByRole('button', { name })

/** What the canvas was asked for. */
export const asked = (page: Page) =>
  page.evaluate(() => {
    const { rendered, remembered, chosen, switches, shown } = globalThis.canvas.state
    return { rendered, remembered, chosen, switches, shown }
  })

/** The pieces of the first dataset; none without one. */
export const storedPieces = async ({ call }: Pick<Proxy, 'call'>) => {
  const [first] = (await call('listDatasets', '/v1/datasets')).datasets
  return first === undefined
    ? []
    : (await call('getDataset', `/v1/datasets/${first.id}`)).dataset.pieces
}
