import * as v from 'valibot'

const Part = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** A circle around the face in a picture: its middle in parts of width and height, its radius in parts of the longer side. */
export const Face = v.object({ x: Part, y: Part, r: Part })
export type Face = v.InferOutput<typeof Face>

/** The most pictures whose face is remembered, the latest ones. */
export const FACES_LIMIT = 200

/** By picture: a draft's file, or the document and the node of a layer. */
export const Faces = v.array(v.object({ of: v.string(), face: Face }))
export type Faces = v.InferOutput<typeof Faces>
