import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import type { SheetView } from '../../../shared/contract/index.ts'
import { StoredFile } from '../../../shared/contract/index.ts'
import { readImageHeader } from '../../../shared/image-header.ts'
import type { StartedProxy } from '../start-proxy.ts'
import { startProxy } from '../start-proxy.ts'

type Options = NonNullable<Parameters<typeof startProxy>[0]>

/** Sends a page and answers with its id. */
export const sendPage = async (
  { request }: Pick<StartedProxy, 'request'>,
  bytes: Uint8Array,
): Promise<StoredFile['id']> => {
  const type = readImageHeader(bytes)?.type ?? 'image/png'
  const response = await request('/v1/files?for=sheet', {
    body: bytes,
    headers: { 'content-type': type },
  })
  if (response.status !== 201) throw new Error(await response.text())
  return v.parse(StoredFile, await response.json()).id
}

/** A proxy whose sheets can be waited for. */
export const openSheets = async (options: Options = {}) => {
  const proxy = await startProxy(options)
  const get = async (id: string): Promise<SheetView> =>
    (await proxy.call('getSheet', `/v1/sheets/${id}`)).sheet
  const create = async (file: string, name?: string): Promise<SheetView> =>
    (await proxy.call('createSheet', '/v1/sheets', { json: { file, name } })).sheet
  const until = async (id: string, isWanted: (sheet: SheetView) => boolean): Promise<SheetView> => {
    for (let tries = 0; tries < 3000; tries += 1) {
      const sheet = await get(id)
      if (isWanted(sheet)) return sheet
      await delay(20)
    }
    throw new Error(`It never came to that: ${JSON.stringify(await get(id))}`)
  }
  const ended = (id: string) => until(id, ({ state }) => state !== 'queued' && state !== 'running')
  const file = async (id: string): Promise<Buffer> =>
    Buffer.from(await (await proxy.request(`/v1/files/${id}`)).arrayBuffer())
  return {
    ...proxy,
    get,
    create,
    until,
    ended,
    file,
    sendPage: (bytes: Uint8Array) => sendPage(proxy, bytes),
  }
}
