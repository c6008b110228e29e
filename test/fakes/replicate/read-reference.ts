import sharp from 'sharp'
import type { FileStore } from './file-store.ts'
import type { JsonObject } from './json-object.ts'
import type { Size } from './picture.ts'

/** Null for a picture elsewhere: the fake downloads nothing. */
export const readBytes = async (url: string, files: FileStore): Promise<Uint8Array | null> => {
  if (url.startsWith('data:'))
    return fetch(url).then(
      async (response) => new Uint8Array(await response.arrayBuffer()),
      () => new Uint8Array(),
    )
  const file = /\/v1\/files\/([^/?]+)/.exec(url)?.[1]
  return file === undefined ? null : (files.get(file)?.bytes ?? new Uint8Array())
}

/**
 * The size of an input's `image`: null without one, `unreadable` for one that is no picture. The fake downloads
 * nothing, so a picture elsewhere counts as a square of 1024.
 */
export const readReference = async (
  input: JsonObject,
  files: FileStore,
): Promise<Size | null | 'unreadable'> => {
  const { image } = input
  if (typeof image !== 'string') return null
  const bytes = await readBytes(image, files)
  if (bytes === null) return { width: 1024, height: 1024 }
  return sharp(bytes)
    .metadata()
    .then(
      ({ width, height }) => ({ width, height }),
      () => 'unreadable' as const,
    )
}
