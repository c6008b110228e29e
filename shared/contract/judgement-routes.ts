import * as v from 'valibot'
import { DatasetId, FileId, PieceId } from '../ids.ts'

const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
/** CIEDE2000: about 2 can just be seen, 10 is another colour. */
const ColourDistance = v.pipe(v.number(), v.minValue(0))

/** A colour in sRGB, such as `#e8d5c4`. */
export const HexColour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/, 'A colour is #rrggbb.'))
export type HexColour = v.InferOutput<typeof HexColour>

/** A colour of a picture, and how much of the picture has it. */
export const Swatch = v.object({ colour: HexColour, share: Share })
export type Swatch = v.InferOutput<typeof Swatch>

/** What a picture has of the pieces that its version was trained on. */
export const Judgement = v.object({
  file: FileId,
  copying: v.object({
    /** The training piece that it looks most like. */
    nearest: v.object({ id: PieceId, name: v.string(), file: FileId }),
    /** It is more like the piece's mirror image. */
    mirrored: v.boolean(),
    /** From 0, no more like this piece than like its next ones, to 1, the same picture. */
    score: Share,
    /** So near that the version is likely over-fitted: it repeats a piece. */
    isTooClose: v.boolean(),
  }),
  palette: v.object({
    /** Most of it first. */
    colours: v.array(Swatch),
    /** How far its colours lie from those of the piece that comes nearest to them. */
    distance: ColourDistance,
    /** Much farther than pieces of this dataset lie from each other: not the colours of the style. */
    isOff: v.boolean(),
    /** How far its colours lie from the colours that were sent; null where none were. */
    fromColours: v.nullable(ColourDistance),
  }),
})
export type Judgement = v.InferOutput<typeof Judgement>

/** How each route is asked, and what it answers. */
export const judgementRoutes = {
  judge: {
    method: 'POST',
    path: '/v1/judgements',
    response: v.object({
      dataset: DatasetId,
      datasetVersion: v.number(),
      /** Of the pictures that are looked through, in the order of the question. */
      judgements: v.array(Judgement),
      /** Not looked through yet: ask again. */
      pending: v.array(FileId),
      /** Cannot be looked through, with the reason. */
      failed: v.array(v.object({ file: FileId, message: v.string() })),
      /** Most of it first, over all pieces. */
      palette: v.array(Swatch),
      /** How much of the work is done, from 0 to 1. */
      fraction: Share,
    }),
  },
} as const
