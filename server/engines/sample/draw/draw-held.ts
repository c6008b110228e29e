import type { Thing } from '../character.ts'
import type { Kinds } from '../kinds.ts'
import type { Svg } from './svg.ts'

/** Draws a thing around the hand at 0,0; the figurine is on the left. */
export type DrawHeld = (thing: Thing<Kinds['held']>) => Svg
