import type { JsonObject } from './json-object.ts'
import type { Look } from './look.ts'

export type Size = { readonly width: number; readonly height: number }

/** One output of a run: everything that is needed to draw its bytes, at any time and again. */
export type Picture = Size & {
  readonly prompt: string
  readonly seed: number
  /** Which output of its run it is, from 0. */
  readonly index: number
  readonly format: 'webp' | 'jpg' | 'png'
  readonly model: string
  /** Of the version that draws it. */
  readonly look: Look | null
  /** The whole input, defaults filled in. */
  readonly input: JsonObject
}

/** The bytes of a picture, in its own format and size. */
export type Draw = (picture: Picture) => Promise<Uint8Array>
