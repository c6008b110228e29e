import * as v from 'valibot'
import { PieceFlag } from './contract/sheet-routes.ts'
import { DocumentId, FileId, JobId, SheetId } from './ids.ts'

/** The width and height of a piece's picture, in pixels. */
export const PIECE_SIDE = 1024
/** The longest caption, in UTF-16 units. */
export const CAPTION_LIMIT = 2000
/** The most pieces of a dataset. */
export const PIECE_LIMIT = 1000

const Index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
/** The name of a file or layer, as it came: data, never followed. */
const Name = v.pipe(v.string(), v.maxLength(1000))

/** Where the picture of a piece comes from. */
export const Provenance = v.variant('type', [
  v.object({
    type: v.literal('frame'),
    document: DocumentId,
    /** The frame's id in Figma. */
    node: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    /** The SHA-256 of the render that the frame was exported as, by which the panel sees that the frame has changed. */
    render: FileId,
  }),
  v.object({ type: v.literal('draft'), job: JobId, index: Index }),
  v.object({
    type: v.literal('sheet'),
    sheet: SheetId,
    /** Which cell of the sheet, from 0. */
    cell: Index,
    /** What was doubtful when somebody took it all the same. */
    flags: v.optional(v.pipe(v.array(PieceFlag), v.maxLength(20)), []),
  }),
  v.object({
    type: v.literal('import'),
    /** The SHA-256 of the ZIP. */
    archive: FileId,
    /** Of the picture in there. */
    name: Name,
  }),
])
export type Provenance = v.InferOutput<typeof Provenance>

/** Whether a piece may be trained on: her own work, a customer's with a yes, or not. */
export const Consent = v.picklist(['own-work', 'customer-allows', 'do-not-train'])
export type Consent = v.InferOutput<typeof Consent>

/** What somebody decided about a piece, or what was done to its picture. */
export const PieceMark = v.picklist(['trainAnyway', 'padded', 'cropped', 'fitted', 'flattened'])
export type PieceMark = v.InferOutput<typeof PieceMark>

/** All of a piece that can be written. */
export const pieceEntries = {
  /** A stored PNG of 1024 × 1024 pixels in sRGB, 8 bits a channel, without alpha. */
  file: FileId,
  caption: v.pipe(
    v.string(),
    v.maxLength(CAPTION_LIMIT, 'A caption has at most 2000 characters.'),
    // A caption is one line of a text file (ai-toolkit reads all of it as the prompt).
    v.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'A caption is one line of text.'),
  ),
  provenance: Provenance,
  consent: Consent,
  /** How much of what can be seen is a generated picture, from 0 to 1. */
  aiShare: Share,
  /** Kept out of the training, for a later exam. */
  heldOut: v.boolean(),
  marks: v.pipe(v.array(PieceMark), v.maxLength(10)),
  /** How many times larger than its source the picture was made; 1 for one that was rendered at this size. */
  enlarged: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1024)), 1),
  /** How much of the picture is padding, from 0 to 1. */
  padding: v.optional(Share, 0),
}

/** A piece as it comes in: a field that is not known is refused. */
export const PieceDraft = v.strictObject(pieceEntries)
export type PieceDraft = v.InferOutput<typeof PieceDraft>

/** The name of a piece's files, without what follows the dot: `figurine_01` for number 1. */
export const pieceName = (number: number): string => `figurine_${String(number).padStart(2, '0')}`
