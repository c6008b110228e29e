import type { Character } from '../character.ts'
import { shade, tint } from '../palette.ts'
import { eyeOf } from './face.ts'
import { cloth } from './outfit.ts'
import { box, clay, fill, line, num, oval, pair } from './svg.ts'
import type { Svg } from './svg.ts'

/** Glasses stand before the eyes, wherever the face has them. */
export const drawGlasses = (character: Character): Svg => {
  const { glasses } = character
  if (glasses === null) return ''
  const [x, y] = eyeOf(character)
  const frame =
    glasses.kind === 'round'
      ? oval(x, y + 2, 58, 56)
      : box(x - 58, y - 46, 116, 94, glasses.kind === 'square' ? 22 : 40)
  const dark = glasses.kind === 'sunglasses'
  return (
    pair(
      fill(frame, dark ? shade(glasses.colour, 0.35) : '#f4fbff', dark ? 0.93 : 0.24) +
        `<path d="${frame}" fill="none" stroke="${shade(glasses.colour, 0.3)}" stroke-width="13"/>` +
        `<path d="${frame}" fill="none" stroke="${glasses.colour}" stroke-width="9"/>` +
        line(
          `M${num(x + 58)} ${num(y - 8)}Q682 ${num(y - 14)} 694 ${num(y - 10)}`,
          glasses.colour,
          9,
        ),
    ) +
    line(
      `M${num(1000 - x + 56)} ${num(y - 4)}Q500 ${num(y - 22)} ${num(x - 56)} ${num(y - 4)}`,
      glasses.colour,
      10,
    ) +
    [x, 1000 - x]
      .map((lens) =>
        line(
          `M${num(lens - 36)} ${num(y - 6)}Q${num(lens - 32)} ${num(y - 30)} ${num(lens - 10)} ${num(y - 38)}`,
          '#ffffff',
          7,
          dark ? 0.4 : 0.75,
        ),
      )
      .join('')
  )
}

/** What sits on the face, in the ears or in the hair. */
export const drawAccessories = (character: Character): Svg =>
  character.accessories
    .map((thing): Svg => {
      const { kind, colour } = thing
      switch (kind) {
        case 'earrings':
          return pair(clay(oval(704, 450, 14), colour) + clay(oval(704, 474, 9), tint(colour, 0.3)))
        case 'headband':
          return (
            line('M318 300Q360 190 500 184Q640 190 682 300', shade(colour, 0.35), 34) +
            line('M318 300Q360 190 500 184Q640 190 682 300', colour, 28)
          )
        case 'hairBow':
          return (
            clay('M612 214Q560 150 540 190Q534 232 612 226Z', colour) +
            clay('M628 214Q690 170 698 214Q694 256 626 230Z', colour) +
            clay(oval(620, 220, 18), shade(colour, 0.08))
          )
        case 'mask': {
          const [x, y] = eyeOf(character)
          const hole = oval(x, y + 2, 40, 42) + oval(1000 - x, y + 2, 40, 42)
          return `<path fill-rule="evenodd" fill="${colour}" stroke="${shade(colour, 0.35)}" stroke-width="3" d="M312 366Q400 330 500 356Q600 330 688 366Q694 440 622 456Q550 462 500 424Q450 462 378 456Q306 440 312 366Z${hole}"/>`
        }
        case 'headphones':
          return (
            line('M308 384Q310 150 500 146Q690 150 692 384', shade(colour, 0.35), 30) +
            line('M308 384Q310 150 500 146Q690 150 692 384', colour, 24) +
            pair(
              clay(box(674, 344, 56, 110, 26), shade(colour, 0.05)) +
                clay(box(668, 354, 24, 90, 12), tint(colour, 0.4)),
            )
          )
      }
    })
    .join('')

/** What is worn around the neck, under the chin. */
export const drawNeckwear = ({ neck }: Character): Svg => {
  if (neck === null) return ''
  const { colour, accent } = neck
  switch (neck.kind) {
    case 'scarf':
      return (
        cloth('M534 560L586 556L592 672Q566 684 544 674Z', neck) +
        line('M550 672v16M566 674v16M582 672v14', colour, 6) +
        cloth('M410 520Q500 560 590 520Q606 566 576 584Q500 606 424 584Q394 566 410 520Z', neck) +
        line('M424 566Q500 590 576 566', shade(colour, 0.28), 4, 0.5)
      )
    case 'tie':
      return (
        cloth('M484 546H516L510 564L526 644L500 672L474 644L490 564Z', neck) +
        fill('M484 544H516L508 566H492Z', shade(colour, 0.14))
      )
    case 'bowTie':
      return (
        pair(cloth('M504 552L552 530Q562 552 552 578L504 560Z', neck)) +
        clay(oval(500, 555, 13), shade(colour, 0.08))
      )
    case 'necklace':
      return (
        [-64, -48, -30, -10, 10, 30, 48, 64]
          .map((dx) => clay(oval(500 + dx, 584 - (dx * dx) / 74, 10.5), colour, 2.5))
          .join('') + clay(oval(500, 600, 14), accent, 2.5)
      )
    case 'stethoscope':
      return (
        line('M446 522Q440 600 492 626Q548 610 554 522', shade(colour, 0.2), 11) +
        line('M446 522Q440 600 492 626Q548 610 554 522', colour, 7) +
        line('M494 626V654', colour, 8) +
        clay(oval(494, 664, 17), '#d5d9da')
      )
  }
}
