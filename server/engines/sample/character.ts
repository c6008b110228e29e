import type { Kinds } from './kinds.ts'
import type { Hex } from './palette.ts'
import type { Pattern } from './stated.ts'

/** One thing to draw, in its colours. */
export type Thing<Kind> = {
  readonly kind: Kind
  readonly colour: Hex
  /** For trims, patterns and small parts. */
  readonly accent: Hex
  readonly pattern: Pattern | null
}

export type Hair = {
  readonly cut: Kinds['haircut'] | 'loose'
  readonly length: Kinds['hairLength']
  readonly texture: Kinds['hairTexture']
  readonly front: 'swept' | 'parted' | 'bangs' | 'back'
  readonly colour: Hex
}

/** Everything that a figurine's picture depends on, but its frame. Nothing is left open. */
export type Character = {
  readonly gender: Kinds['gender']
  readonly age: Kinds['age'] | 'adult'
  readonly skin: Hex
  readonly freckles: boolean
  readonly face: {
    readonly eyes: Hex
    readonly expression: Kinds['expression'] | 'calm'
    /** From 0 to 1: how far apart the eyes are, how high the brows, how rosy the cheeks. */
    readonly spacing: number
    readonly brows: number
    readonly blush: number
  }
  readonly hair: Hair
  readonly beard: Thing<Kinds['beard']> | null
  readonly glasses: Thing<Kinds['glasses']> | null
  readonly hat: Thing<Kinds['hat']> | null
  readonly neck: Thing<Kinds['neck']> | null
  readonly accessories: readonly Thing<Kinds['accessory']>[]
  readonly onePiece: Thing<Kinds['onePiece']> | null
  readonly top: Thing<Kinds['top']> | null
  readonly bottom: Thing<Kinds['bottom']> | null
  readonly outer: Thing<Kinds['outer']> | null
  readonly shoes: Thing<Kinds['shoes']>
  readonly back: readonly Thing<Kinds['back']>[]
  readonly held: readonly Thing<Kinds['held']>[]
  readonly pets: readonly Thing<Kinds['pet']>[]
  readonly pose: {
    readonly arms: Kinds['arms'] | 'down' | 'behind'
    readonly legs: Kinds['legs'] | 'stand'
    /** Degrees; positive leans to the right of the picture. */
    readonly tilt: number
  }
  readonly ground: readonly Thing<Kinds['ground']>[]
  /** The seed of what grows on the base. */
  readonly flora: number
  readonly background: Hex
}
