import * as v from 'valibot'
import { versioned } from '../../../shared/versioned.ts'
import { framesWithData, readNodeData } from '../canvas/node-data.ts'
import { rememberedPages } from '../canvas/remembered-pages.ts'
import { imageHashesOf } from './image-hashes-of.ts'

/** The newest ones: 2,000 hashes of 40 characters stay under the 100 kB of an entry of plugin data. */
const LIMIT = 2000
const stored = versioned(v.array(v.string()))

/** Image hashes of one origin, as plugin data of the file's root: they outlive the layers that showed them. */
const createList = (key: string) => ({
  read: (): readonly string[] => stored.read(figma.root.getPluginData(key)) ?? [],
  /** Call it within an undo step; what is known already changes nothing. */
  add: (hashes: readonly string[]): void => {
    const before = stored.read(figma.root.getPluginData(key)) ?? []
    const news = hashes.filter((hash) => !before.includes(hash))
    if (news.length > 0)
      figma.root.setPluginData(key, stored.write([...before, ...news].slice(-LIMIT)))
  },
})

export const generatedImages = createList('generated')
export const referenceImages = createList('references')

/** Where the pictures of a file come from, by image hash. */
export type KnownImages = {
  /** Pictures that an engine made: of drafts that are in the file, and of those that were. */
  readonly generated: ReadonlySet<string>
  /** Pictures that steered a draft, such as a customer's photo. */
  readonly references: ReadonlySet<string>
}

/** Knows where pictures come from; looking through the file for drafts takes a while. */
export type ImageRegistry = {
  /** With the drafts of the last look. */
  read: () => Promise<KnownImages>
  /** Looks again: drafts may have been pasted. */
  look: () => Promise<KnownImages>
}

export const createImageRegistry = (): ImageRegistry => {
  let inFile: readonly string[] | null = null
  const look = async (): Promise<readonly string[]> => {
    const frames = (await rememberedPages()).flatMap(framesWithData)
    const drafts = frames.filter((frame) => readNodeData(frame)?.kind === 'draft')
    inFile = drafts.flatMap(imageHashesOf)
    return inFile
  }
  const toKnown = (drafts: readonly string[]): KnownImages => ({
    generated: new Set([...generatedImages.read(), ...drafts]),
    references: new Set(referenceImages.read()),
  })
  return {
    read: async () => toKnown(inFile ?? (await look())),
    look: async () => toKnown(await look()),
  }
}
