import * as v from 'valibot'

/** Words in a picture, with their box in its pixels. */
const FoundText = v.object({
  /** As far as it could be read. */
  text: v.string(),
  box: v.object({ x: v.number(), y: v.number(), w: v.number(), h: v.number() }),
  /** From 0 to 1. */
  confidence: v.number(),
})
export type FoundText = v.InferOutput<typeof FoundText>
export const FoundTexts = v.array(FoundText)

/** Finds words in pictures, in a thread of its own. Two that work differently see more than one. */
export type TextDetector = {
  /** What it is and which version: what it found is kept under this name. */
  readonly id: string
  /** Of a PNG. Rejects when it cannot look, or when the signal aborts. */
  find: (picture: Uint8Array, signal: AbortSignal) => Promise<readonly FoundText[]>
}
