import * as v from 'valibot'
import { StoredFile } from '../../shared/contract/index.ts'
import { readImageHeader } from '../../shared/image-header.ts'
import type { StartedProxy } from './start-proxy.ts'

/** Stores a picture on the proxy. */
export const upload = async (
  { request }: Pick<StartedProxy, 'request'>,
  bytes: Uint8Array,
): Promise<StoredFile> => {
  const type = readImageHeader(bytes)?.type ?? 'image/png'
  const response = await request('/v1/files', { body: bytes, headers: { 'content-type': type } })
  return v.parse(StoredFile, await response.json())
}
