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
          clay('M530 600C600 450 760 400 790 470C810 540 690 620 530 620Z', wings.colour) +
            clay(
              'M530 616C640 600 750 640 730 700C700 760 580 710 530 640Z',
              tint(wings.colour, 0.2),
            ) +
            line(
              'M560 592Q650 500 750 480M566 624Q640 630 700 682',
              tint(wings.colour, 0.7),
              5,
              0.8,
            ),
        )) +
    (cape === undefined
      ? ''
      : cloth(
          `M${num(500 - w)} 528C${num(500 - w - 50)} 620 330 720 316 808Q352 836 392 812Q432 842 470 816Q500 838 530 816Q568 842 608 812Q648 836 684 808C670 720 ${num(500 + w + 50)} 620 ${num(500 + w)} 528Z`,
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
