import type { Character, Thing } from '../character.ts'
import type { Kinds } from '../kinds.ts'
import { shade } from '../palette.ts'
import { armOf, armPoses } from './body.ts'
import type { ArmPose } from './body.ts'
import type { DrawHeld } from './draw-held.ts'
import { TOOLS } from './held-tools.ts'
import { TOYS } from './held-toys.ts'
import { TREATS } from './held-treats.ts'
import { at, clay, line, mirrored, oval } from './svg.ts'
import type { Svg } from './svg.ts'

const HELD: Readonly<Record<Kinds['held'], DrawHeld>> = { ...TREATS, ...TOYS, ...TOOLS }

const fingers = (character: Character, x: number, y: number): Svg =>
  clay(oval(x, y, 23, 21), character.skin) +
  line(`M${x - 6} ${y + 6}q10 6 18 0`, shade(character.skin, 0.3), 3, 0.5)

/** What the hands hold, with the fingers around it. */
export const drawHeld = (character: Character): Svg => {
  const { right, left } = armPoses(character)
  const hold = (thing: Thing<Kinds['held']> | undefined, pose: ArmPose) => {
    if (thing === undefined) return ''
    const [x, y] = armOf(character, pose)[2]
    return at(x, y, HELD[thing.kind](thing)) + fingers(character, x, y)
  }
  return hold(character.held[0], right) + mirrored(hold(character.held[1], left))
}
