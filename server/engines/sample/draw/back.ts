import type { Character } from '../character.ts'
import type { Kinds } from '../kinds.ts'
import { mix, shade, tint } from '../palette.ts'
import { shoulderOf } from './body.ts'
import { cloth } from './outfit.ts'
import { clay, fill, line, num, oval, pair } from './svg.ts'
import type { Svg } from './svg.ts'

const find = ({ back }: Character, kind: Kinds['back']) => back.find((thing) => thing.kind === kind)

/** What is seen behind the figurine: wings, the cape's sweep, the bulk of a backpack. */
export const drawBehind = (character: Character): Svg => {
  const wings = find(character, 'wings')
  const cape = find(character, 'cape')
  const backpack = find(character, 'backpack')
  const w = shoulderOf(character)
  return (
    (wings === undefined
      ? ''
      : pair(
          clay('M530 610C610 430 800 350 842 430C872 510 710 620 530 626Z', wings.colour) +
            clay(
              'M530 620C650 600 800 640 776 716C742 786 590 726 530 644Z',
              tint(wings.colour, 0.2),
            ) +
            line(
              'M570 588Q680 480 790 446M576 630Q670 636 738 700',
              tint(wings.colour, 0.7),
              5,
              0.8,
            ),
        )) +
    (cape === undefined
      ? ''
      : cloth(
          `M${num(500 - w)} 528C${num(500 - w - 96)} 600 296 720 282 800Q332 838 392 812Q432 842 470 816Q500 838 530 816Q568 842 608 812Q668 838 718 800C704 720 ${num(500 + w + 96)} 600 ${num(500 + w)} 528Z`,
          cape,
        ) +
        pair(line('M588 640Q628 730 640 806', shade(cape.colour, 0.3), 5, 0.5)) +
        pair(line('M566 680Q584 760 588 806', shade(cape.colour, 0.3), 5, 0.35))) +
    (backpack === undefined
      ? ''
      : line('M470 500Q500 462 530 500', shade(backpack.colour, 0.2), 14) +
        cloth(
          'M500 500C610 500 640 530 644 590L648 680Q648 716 606 716H394Q352 716 352 680L356 590C360 530 390 500 500 500Z',
          backpack,
        ) +
        pair(
          clay('M622 630Q668 624 668 654V690Q664 716 624 712Z', shade(backpack.colour, 0.12)) +
            line('M628 652Q650 648 664 654', tint(backpack.colour, 0.5), 5),
        ))
  )
}

/** What of it is seen in front: the backpack's straps, the cape's collar. */
export const drawStraps = (character: Character): Svg => {
  const cape = find(character, 'cape')
  const backpack = find(character, 'backpack')
  const w = shoulderOf(character)
  return (
    (backpack === undefined
      ? ''
      : pair(
          line(
            `M${num(500 + w * 0.55)} 516C${num(500 + w * 0.86)} 560 ${num(500 + w * 0.86)} 620 ${num(500 + w * 0.8)} 664`,
            shade(backpack.colour, 0.4),
            27,
          ) +
            line(
              `M${num(500 + w * 0.55)} 516C${num(500 + w * 0.86)} 560 ${num(500 + w * 0.86)} 620 ${num(500 + w * 0.8)} 664`,
              shade(backpack.colour, 0.06),
              21,
            ) +
            fill(
              `M${num(500 + w * 0.8 - 12)} 604h24v14h-24z`,
              mix(backpack.accent, '#ecc86f', 0.6),
            ),
        )) +
    (cape === undefined
      ? ''
      : pair(
          clay(
            `M500 540C520 520 552 506 ${num(500 + w * 0.8)} 512Q${num(500 + w + 16)} 524 ${num(500 + w + 14)} 566Q560 552 500 566Z`,
            cape.colour,
          ),
        ) + clay(oval(500, 552, 14), mix(cape.accent, '#ecc86f', 0.7)))
  )
}
