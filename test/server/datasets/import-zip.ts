import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import type { ImportView } from '../../../shared/contract/index.ts'
import { importArchive } from '../../../shared/contract/index.ts'
import type { ZipPart } from './make-zip.ts'
import type { openDataset } from './open-dataset.ts'
import { piecePicture } from './piece-picture.ts'

type Opened = Awaited<ReturnType<typeof openDataset>>

/** Sends a ZIP to be taken into a dataset. */
export const sendZip = ({ request, path }: Opened, body: Uint8Array, consent = 'own-work') =>
  request(`${path}/imports?consent=${consent}`, {
    body,
    headers: { 'content-type': 'application/zip' },
  })
export const refusalOf = async ({ refusal, path }: Opened, body: Uint8Array) =>
  refusal(`${path}/imports?consent=own-work`, {
    body,
    headers: { 'content-type': 'application/zip' },
  })

/** Sends a ZIP and waits for its end. */
export const bringIn = async (
  dataset: Opened,
  zip: Uint8Array,
  consent?: string,
): Promise<ImportView> => {
  const response = await sendZip(dataset, zip, consent)
  if (response.status !== 202) throw new Error(await response.text())
  let view = v.parse(importArchive.response, await response.json()).import
  while (view.state === 'running') {
    await delay(5)
    const url = `${dataset.path}/imports/${view.id}`
    view = (await dataset.call('getImport', url)).import
  }
  return view
}

export const piecesOf = async ({ get }: Opened) => (await get()).pieces
/** ZIPs that still lie with the proxy. */
export const leftOver = ({ data }: Opened) => readdirSync(join(data, 'imports'))

/** Pictures with their captions, in a folder. */
export const goodParts = async (count = 2): Promise<ZipPart[]> =>
  (
    await Promise.all(
      Array.from({ length: count }, async (_, at): Promise<ZipPart[]> => [
        { name: `set/${at + 1}.png`, bytes: await piecePicture(at + 1) },
        { name: `set/${at + 1}.txt`, bytes: `a nua_figurine_style figurine number ${at + 1}` },
      ]),
    )
  ).flat()
