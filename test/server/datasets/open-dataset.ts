import * as v from 'valibot'
import { DatasetId, PieceId } from '../../../shared/ids.ts'
import type { PieceDraft } from '../../../shared/piece.ts'
import type { StartedProxy } from '../start-proxy.ts'
import { startProxy } from '../start-proxy.ts'
import { upload } from '../upload.ts'
import { piecePicture } from './piece-picture.ts'

const numbered = (prefix: string, number: number): string =>
  `${prefix}_${String(number).padStart(20, '0')}`
export const datasetId = (number = 1) => v.parse(DatasetId, numbered('set', number))
export const pieceId = (number = 1) => v.parse(PieceId, numbered('piece', number))

export const DOCUMENT = 'doc_0123456789abcdefghjk'

/** A piece as the panel writes it; its picture is stored first. */
export const pieceDraft = async (
  proxy: Pick<StartedProxy, 'request'>,
  changes: Partial<PieceDraft> & { red?: number } = {},
) => {
  const { red, ...rest } = changes
  const { id } = await upload(proxy, await piecePicture(red))
  return {
    file: id,
    caption: `a nua_figurine_style figurine in red ${red ?? 120}`,
    provenance: { type: 'frame', document: DOCUMENT, node: '1:2', render: id },
    consent: 'own-work',
    aiShare: 0,
    heldOut: false,
    marks: [],
    ...rest,
  } as const
}

/** A proxy with a dataset of the first style; `put` adds a piece or writes it anew. */
export const openDataset = async (options: Parameters<typeof startProxy>[0] = {}) =>
  addDataset(await startProxy(options))

/** Begins a dataset on a proxy. */
export const addDataset = async (proxy: StartedProxy) => {
  const id = datasetId()
  await proxy.call('createDataset', '/v1/datasets', { json: { id, style: 'nua', name: 'First' } })
  const path = `/v1/datasets/${id}`

  const get = async () => (await proxy.call('getDataset', path)).dataset
  const put = async (
    number: number,
    changes: Parameters<typeof pieceDraft>[1] = {},
    revision = 0,
  ) => {
    const draft = await pieceDraft(proxy, { red: number, ...changes })
    return proxy.call('putPiece', `${path}/pieces/${pieceId(number)}`, {
      json: { ...draft, revision },
    })
  }
  const freeze = async () => {
    const { revision } = await get()
    return (await proxy.call('freezeDataset', `${path}/versions`, { json: { revision } })).version
  }
  const archive = async (number: number, query = ''): Promise<Buffer> => {
    const response = await proxy.request(`${path}/versions/${number}/archive${query}`)
    if (response.status !== 200) throw new Error(await response.text())
    return Buffer.from(await response.arrayBuffer())
  }
  return { ...proxy, id, path, get, put, freeze, archive }
}
