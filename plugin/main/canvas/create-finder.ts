import type { PictureRef } from '../../../shared/picture-ref.ts'
import type { NodeData } from './node-data.ts'
import { framesWithData, pictureOf, readNodeData, readOwnData } from './node-data.ts'
import { rememberedPages } from './remembered-pages.ts'

const keyOf = ({ job, index }: PictureRef): string => `${job}/${index}`

const isSame = (a: PictureRef, b: PictureRef): boolean => a.job === b.job && a.index === b.index

export type Draft = {
  readonly frame: FrameNode
  readonly data: Extract<NodeData, { kind: 'draft' }>
}

export type Picture = {
  readonly frame: FrameNode
  readonly data: Exclude<NodeData, { kind: 'finished' }>
}

/** Finds the frames of pictures, whatever she did to them meanwhile. */
export type Finder = {
  /** The frame that waits for this picture, or else its draft; null when there is neither. Copies do not count. */
  find: (picture: PictureRef) => Promise<FrameNode | null>
  /** Every draft of these pictures on the pages that were drafted on, copies included. */
  drafts: (pictures: readonly PictureRef[]) => Promise<readonly Draft[]>
  /** Every placeholder and draft of the pages that were drafted on, in no order; copies are left out. */
  pictures: () => Promise<readonly Picture[]>
  /** Makes the next `find` quick, and finds the frame on a page that was not drafted on, too. */
  remember: (picture: PictureRef, frame: FrameNode) => void
}

export const createFinder = (): Finder => {
  const known = new Map<string, string>()

  const recall = async (picture: PictureRef): Promise<FrameNode | null> => {
    const id = known.get(keyOf(picture))
    const node = id === undefined ? null : await figma.getNodeByIdAsync(id)
    if (node?.type !== 'FRAME') return null
    const held = pictureOf(readOwnData(node))
    return held !== null && isSame(held, picture) ? node : null
  }

  const frames = async (): Promise<readonly FrameNode[]> =>
    (await rememberedPages()).flatMap(framesWithData)

  return {
    find: async (picture) => {
      const recalled = await recall(picture)
      if (recalled !== null) return recalled
      let draft: FrameNode | null = null
      for (const frame of await frames()) {
        const data = readOwnData(frame)
        if (data?.kind === 'placeholder' && isSame(data, picture)) return frame
        if (data?.kind === 'draft' && isSame(data.recipe, picture)) draft = frame
      }
      return draft
    },
    drafts: async (pictures) => {
      const keys = new Set(pictures.map(keyOf))
      return (await frames()).flatMap((frame) => {
        const data = readNodeData(frame)
        return data?.kind === 'draft' && keys.has(keyOf(data.recipe)) ? [{ frame, data }] : []
      })
    },
    pictures: async () =>
      (await frames()).flatMap((frame) => {
        const data = readOwnData(frame)
        return data === null || data.kind === 'finished' ? [] : [{ frame, data }]
      }),
    remember: (picture, frame) => known.set(keyOf(picture), frame.id),
  }
}
