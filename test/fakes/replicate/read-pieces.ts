import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import type { FileStore } from './file-store.ts'

/** The training images of a ZIP, with the caption that lies beside each. */
export type Pieces = readonly {
  readonly name: string
  readonly bytes: Uint8Array
  readonly caption: string | null
}[]

/** What the trainer reads (flux-fine-tuner's train.py). */
const IMAGE = /\.(jpe?g|png|webp)$/i
const SKIPPED = /(^|\/)(__MACOSX\/|\._)/

const stem = (name: string): string => name.replace(/\.[^.]*$/, '')

/** What the trainer finds in a ZIP; rejects where it is none. */
export const unpackPieces = async (bytes: Uint8Array): Promise<Pieces> => {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    if (!entry.fileName.endsWith('/') && !SKIPPED.test(entry.fileName))
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return [...files]
    .filter(([name]) => IMAGE.test(name))
    .map(([name, content]) => ({
      name,
      bytes: content,
      caption: files.get(`${stem(name)}.txt`)?.toString() ?? null,
    }))
}

/**
 * The pieces behind a training's URL: null where it is no ZIP. The fake downloads nothing, so a ZIP elsewhere counts as
 * one that cannot be looked into: `elsewhere`.
 */
export const readPieces = async (
  url: string,
  files: FileStore,
): Promise<Pieces | 'elsewhere' | null> => {
  const file = /\/v1\/files\/([^/?]+)/.exec(url)?.[1]
  if (file === undefined) return 'elsewhere'
  const stored = files.get(file)
  if (stored === null) return null
  return unpackPieces(stored.bytes).catch(() => null)
}
