import type { Character } from '../character.ts'
import type { Hex } from '../palette.ts'
import { shade, tint } from '../palette.ts'
import { clay, fill, glow, line, oval } from './svg.ts'
import type { Svg } from './svg.ts'

export const GRASS: Hex = '#a3b87f'
const SNOW: Hex = '#f1f2ef'

/** The round base, 580 wide, its upper face around 500,862. */
export const drawBase = ({ ground, pose }: Character): Svg => {
  const top = ground.some(({ kind }) => kind === 'snow') ? SNOW : GRASS
  return (
    glow(500, 946, 372, 52, '#8a6a58', 0.42) +
    clay('M208 864Q208 902 226 920C290 972 710 972 774 920Q792 902 792 864Z', '#b08a6a', 3.5) +
    line('M226 914C300 962 700 962 774 914', '#8f6c52', 6, 0.4) +
    clay(
      'M208 860C208 904 250 908 270 900Q290 924 324 912Q350 936 390 922Q420 942 460 928Q500 946 540 928Q580 942 612 922Q650 936 678 912Q712 924 730 900C752 906 792 902 792 860Z',
      shade(top, 0.12),
    ) +
    clay(oval(500, 860, 292, 76), top, 2.5) +
    fill(oval(470, 846, 232, 50), tint(top, 0.4), 0.35) +
    glow(500, pose.legs === 'jump' ? 872 : 864, pose.legs === 'sit' ? 220 : 168, 40, '#5d5a3c', 0.5)
  )
}
