import type { Character } from '../character.ts'
import type { Point } from './curve.ts'
import { num } from './svg.ts'

/** Half the width of the shoulders. Pictures are drawn on 1000 × 1000; the figurine's middle line is x = 500. */
export const shoulderOf = ({ gender, age }: Character): number =>
  age === 'child' ? 68 : gender === 'woman' ? 73 : 84

/** How far the pose moves everything above the legs, downwards. */
export const dropOf = ({ pose }: Character): number =>
  pose.legs === 'sit' ? 88 : pose.legs === 'jump' ? -46 : 0

/** The outline of the trunk, `ease` wider than the body, down to `hem`. */
export const trunk = (character: Character, ease = 0, hem = 704): string => {
  const w = shoulderOf(character) + ease
  const waist = character.gender === 'woman' ? w - 8 : w - 1
  const right = `C${num(500 + w * 0.62)} 512 ${num(500 + w + 2)} 522 ${num(500 + w + 4)} 562C${num(500 + w + 3)} 596 ${num(500 + waist)} 612 ${num(500 + waist)} 640C${num(500 + waist)} 668 ${num(500 + w)} 684 ${num(500 + w + 2)} ${num(hem)}`
  const left = `C${num(500 - w)} 684 ${num(500 - waist)} 668 ${num(500 - waist)} 640C${num(500 - waist)} 612 ${num(500 - w - 3)} 596 ${num(500 - w - 4)} 562C${num(500 - w - 2)} 522 ${num(500 - w * 0.62)} 512 500 510`
  return `M500 510${right}Q500 ${num(hem + 16)} ${num(500 - w - 2)} ${num(hem)}${left}Z`
}

export type ArmPose = 'down' | 'hips' | 'behind' | 'hold' | 'wave' | 'up'

/** Shoulder, elbow's pull and hand of the arm on the right of the picture; the left one is its mirror image. */
export const armOf = (character: Character, pose: ArmPose): readonly [Point, Point, Point] => {
  const x = 500 + shoulderOf(character) - 8
  const shoulder: Point = [x, 554]
  switch (pose) {
    case 'down':
      return [shoulder, [x + 44, 604], [x + 46, 668]]
    case 'behind':
      return [shoulder, [x + 62, 612], [x + 22, 672]]
    case 'hips':
      return [shoulder, [x + 128, 606], [x + 22, 664]]
    case 'hold':
      return [shoulder, [x + 66, 672], [x + 70, 614]]
    case 'wave':
      return [shoulder, [x + 118, 600], [x + 132, 478]]
    case 'up':
      return [shoulder, [x + 104, 578], [x + 146, 452]]
  }
}

/** Which arm does what; what is held goes to the right hand first. */
export const armPoses = ({
  pose,
  held,
}: Character): { readonly right: ArmPose; readonly left: ArmPose } => {
  const free = pose.arms === 'wave' ? 'down' : pose.arms
  const lifted = pose.arms === 'up'
  return {
    right: held[0] !== undefined && !lifted ? 'hold' : free,
    left: pose.arms === 'wave' ? 'wave' : held[1] !== undefined && !lifted ? 'hold' : free,
  }
}

/** The leg on the right of the picture, from hip to ankle, and its shoe. */
export type Leg = { readonly path: string; readonly foot: Point; readonly turn: number }

export const legsOf = ({ pose }: Character): { readonly right: Leg; readonly left: Leg } => {
  switch (pose.legs) {
    case 'stand': {
      const leg: Leg = { path: 'M537 694C540 740 542 780 541 822', foot: [547, 846], turn: 4 }
      return { right: leg, left: leg }
    }
    case 'walk':
      return {
        right: { path: 'M537 694C552 740 572 772 582 808', foot: [594, 828], turn: -16 },
        left: { path: 'M537 694C536 740 528 790 526 830', foot: [530, 858], turn: 6 },
      }
    case 'jump': {
      const leg: Leg = { path: 'M537 650C574 690 586 720 568 764', foot: [574, 782], turn: 28 }
      return { right: leg, left: leg }
    }
    case 'sit': {
      const leg: Leg = { path: 'M542 784C578 780 606 796 618 826', foot: [626, 836], turn: 0 }
      return { right: leg, left: leg }
    }
  }
}
