import sharp from 'sharp'
import * as v from 'valibot'
import { PIECE_SIDE } from '../../../../shared/piece.ts'
import { blurOf } from './blur-of.ts'
import { Side, findSubject } from './find-subject.ts'
import { LOOK, readLab } from './lab-picture.ts'
import type { Outline } from './outline.ts'
import { outlineOf } from './outline.ts'
import type { Print } from './print.ts'
import { printOf } from './print.ts'

/** Grows when what a look finds changes: older ones are made again. */
export const LOOK_METHOD = 1

/** What the pixels of a picture say, for the checks and for a describer. Shares are from 0 to 1. */
export const Look = v.object({
  /** L*, a*, b*; null where there is no even one. */
  background: v.nullable(v.tuple([v.number(), v.number(), v.number()])),
  /** Null where nothing stands out. */
  subject: v.nullable(
    v.object({
      /** Of the picture's sides. */
      bounds: v.object({ x: v.number(), y: v.number(), w: v.number(), h: v.number() }),
      area: v.number(),
      touches: v.array(Side),
      /** 24 × 24 cells of its bounds, row by row, as 0 and 1. */
      outline: v.string(),
    }),
  ),
  /** From 0 (sharp) to 1. */
  blur: v.number(),
})
export type Look = v.InferOutput<typeof Look>

export type Looked = { readonly look: Look; readonly print: Print }

const readGrey = (bytes: Uint8Array): Promise<Buffer> =>
  sharp(bytes)
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize(PIECE_SIDE, PIECE_SIDE, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer()

/** Looks at a picture of any size; takes about a tenth of a second, and is for a thread of its own. */
export const lookAt = async (bytes: Uint8Array): Promise<Looked> => {
  const picture = await readLab(bytes)
  const { background, limit, subject } = findSubject(picture)
  const share = (pixels: number): number => pixels / LOOK
  const outline: Outline | null = subject && outlineOf(subject)
  return {
    look: {
      background: limit === null ? null : [...background.colour],
      subject: subject && {
        bounds: {
          x: share(subject.bounds.x),
          y: share(subject.bounds.y),
          w: share(subject.bounds.w),
          h: share(subject.bounds.h),
        },
        area: subject.area,
        touches: [...subject.touches],
        outline: outline ?? '',
      },
      blur: blurOf(await readGrey(bytes), PIECE_SIDE),
    },
    print: printOf(picture, background, limit),
  }
}
