import type { Backdrop } from './backdrop.ts'
import { BACKDROPS } from './backdrop.ts'
import type { Look } from './flat-figure.ts'
import type { LabelLook, LabelPlace } from './label.ts'
import { LABEL_LOOKS, LABEL_PLACES } from './label.ts'
import type { Arrangement } from './layout.ts'
import { ARRANGEMENTS } from './layout.ts'
import type { FontName } from './lettering.ts'

type Some<T> = readonly [T, ...T[]]

/** What the sheets of a set are made of. */
export type SheetKinds = {
  readonly edges: Some<'white' | 'coloured' | 'line' | 'adjoin' | 'frame' | 'card' | 'none'>
  readonly arrangements: Some<Arrangement>
  readonly backdrops: Some<Backdrop>
  readonly figures: Some<'sample' | Look>
  readonly fonts: Some<FontName>
  readonly labels: Some<LabelLook>
  readonly places: Some<LabelPlace>
  /** How the page was damaged. */
  readonly damages: Some<'none' | 'jpeg' | 'paper'>
}

/** What the pipeline is tuned on. */
export const TUNING: SheetKinds = {
  edges: ['white', 'coloured', 'line', 'adjoin', 'frame', 'none'],
  arrangements: ['one', 'row', 'grid', 'uneven columns', 'tall left'],
  backdrops: ['flat', 'flat', 'gradient', 'dots', 'speckle'],
  figures: ['sample', 'outlined', 'outlined', 'inked'],
  fonts: ['fredoka', 'lora', 'oswald', 'patrick-hand', 'bangers', 'caveat'],
  labels: ['plain', 'plain', 'outlined', 'pill', 'underlined'],
  places: LABEL_PLACES,
  damages: ['none', 'none', 'jpeg', 'paper'],
}

/** With kinds that tuning never saw. */
export const HELD_OUT: SheetKinds = {
  edges: ['white', 'coloured', 'line', 'adjoin', 'frame', 'card', 'none'],
  arrangements: ARRANGEMENTS,
  backdrops: BACKDROPS,
  figures: ['sample', 'outlined', 'inked', 'soft'],
  fonts: [...TUNING.fonts, 'pacifico', 'roboto-mono'],
  labels: LABEL_LOOKS,
  places: LABEL_PLACES,
  damages: TUNING.damages,
}
