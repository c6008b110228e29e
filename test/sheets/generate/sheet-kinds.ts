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
  /** Of a cell's shorter side, the smallest and the largest height of a label's letters. */
  readonly sizes: readonly [number, number]
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
  sizes: [0.045, 0.1],
  damages: ['none', 'none', 'jpeg', 'paper'],
}

/** For tuning as well, of what is hardest: soft figures, photos of dots, words of any colour anywhere on the figurine. */
export const HARD: SheetKinds = {
  edges: TUNING.edges,
  arrangements: TUNING.arrangements,
  backdrops: ['dots', 'dots', 'speckle', 'gradient', 'flat'],
  figures: ['soft', 'soft', 'outlined', 'inked'],
  fonts: [...TUNING.fonts, 'pacifico', 'roboto-mono', 'playfair-display'],
  labels: ['plain', 'coloured', 'coloured', 'outlined', 'pill', 'tag'],
  places: ['top', 'bottom', 'tilted', 'on', 'over', 'over'],
  sizes: [0.035, 0.13],
  damages: ['none', 'jpeg', 'paper', 'paper'],
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
  sizes: TUNING.sizes,
  damages: TUNING.damages,
}

/** With all of these, and fonts that neither tuning nor the first held-out set saw. */
export const HELD_OUT_AGAIN: SheetKinds = {
  ...HELD_OUT,
  fonts: [...HARD.fonts, 'baloo-2', 'permanent-marker', 'cinzel'],
  labels: [...LABEL_LOOKS, 'coloured'],
  places: [...LABEL_PLACES, 'over'],
  sizes: HARD.sizes,
}

/** With a backdrop of checks, bubbles for labels, and fonts that no set before it had. */
export const HELD_OUT_CHECKS: SheetKinds = {
  ...HELD_OUT_AGAIN,
  backdrops: [...BACKDROPS, 'checks'],
  fonts: [...HELD_OUT_AGAIN.fonts, 'lobster', 'comfortaa', 'special-elite'],
  labels: [...HELD_OUT_AGAIN.labels, 'bubble'],
}

/** And once more with a backdrop, a look of labels and fonts that no set before it had. */
export const UNSEEN: SheetKinds = {
  ...HELD_OUT_CHECKS,
  backdrops: [...HELD_OUT_CHECKS.backdrops, 'waves'],
  fonts: [...HELD_OUT_CHECKS.fonts, 'amatic-sc', 'shrikhand', 'quicksand'],
  labels: [...HELD_OUT_CHECKS.labels, 'boxed'],
}

/**
 * The kinds of each set, and what its seeds begin after. Each set but the first two was scored before anything in it was
 * looked at; what that showed was mended, so only the last of them is unseen.
 */
export const SETS = {
  tuning: { kinds: TUNING, after: 0 },
  hard: { kinds: HARD, after: 100 },
  'held-out': { kinds: HELD_OUT, after: 1000 },
  'held-out-again': { kinds: HELD_OUT_AGAIN, after: 2000 },
  'held-out-checks': { kinds: HELD_OUT_CHECKS, after: 3000 },
  unseen: { kinds: UNSEEN, after: 4000 },
} as const satisfies Record<string, { kinds: SheetKinds; after: number }>

export const isSet = (name: string): name is keyof typeof SETS => Object.hasOwn(SETS, name)
