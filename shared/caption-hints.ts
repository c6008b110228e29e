import * as v from 'valibot'

/** What the layers of a subject say about what it shows, as they say it. */
export const CaptionHints = v.object({
  /** Of the layer; empty when it is one that a tool gave. */
  name: v.string(),
  /** Of its component, or of the set that its component is a variant of; empty without one. */
  component: v.string(),
  /** Of the layers that are drawn in it; without names that a tool gave. */
  layers: v.array(v.string()),
  /** Of components: `Hair` and `Curly`. */
  properties: v.array(v.object({ name: v.string(), value: v.string() })),
  /** What is written in and beside it, and left out of the picture. */
  texts: v.array(v.string()),
})
export type CaptionHints = v.InferOutput<typeof CaptionHints>
