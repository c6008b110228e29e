import type { Character, Thing } from '../character.ts'
import type { Kinds } from '../kinds.ts'
import { mix, shade, tint } from '../palette.ts'
import { shoulderOf, trunk } from './body.ts'
import { clay, fill, line, num, oval, pair, paint } from './svg.ts'
import type { Svg } from './svg.ts'

/** Clay in the thing's colour, with its pattern over it. */
export const cloth = (d: string, { colour, accent, pattern }: Thing<unknown>): Svg =>
  clay(d, colour) + (pattern === null ? '' : fill(d, paint(pattern, accent)))

const skirtPath = (character: Character, hem: number, flare: number): string => {
  const w = shoulderOf(character) - 4
  return character.pose.legs === 'sit'
    ? `M${500 - w} 634C${500 - w - 50} 680 ${500 - flare - 26} 720 ${500 - flare - 30} 748Q500 796 ${500 + flare + 30} 748C${500 + flare + 26} 720 ${500 + w + 50} 680 ${500 + w} 634Q500 650 ${500 - w} 634Z`
    : `M${500 - w} 634C${500 - w - 8} 680 ${500 - flare} ${hem - 50} ${500 - flare - 6} ${hem}Q500 ${hem + 40} ${500 + flare + 6} ${hem}C${500 + flare} ${hem - 50} ${500 + w + 8} 680 ${500 + w} 634Q500 650 ${500 - w} 634Z`
}

const skirt = (character: Character, thing: Thing<unknown>, hem: number, flare: number): Svg => {
  const crease = shade(thing.colour, 0.22)
  return (
    cloth(skirtPath(character, hem, flare), thing) +
    pair(line(`M524 668Q532 ${hem - 60} 540 ${hem - 6}`, crease, 4, 0.5)) +
    pair(line(`M556 672Q574 ${hem - 60} 588 ${hem - 18}`, crease, 4, 0.4))
  )
}

const collar = (colour: `#${string}`): Svg =>
  pair(clay('M500 538Q520 506 552 510Q560 534 532 556Z', colour))

const top = (character: Character, thing: Thing<Kinds['top']>): Svg => {
  const { colour, accent } = thing
  const dark = shade(colour, 0.25)
  switch (thing.kind) {
    case 'tShirt':
      return (
        cloth(trunk(character, 2), thing) + line('M458 524Q500 566 542 524', tint(colour, 0.5), 9)
      )
    case 'shirt':
      return (
        cloth(trunk(character, 2), thing) +
        line('M500 548V704', dark, 3, 0.7) +
        [590, 634, 678].map((y) => fill(oval(508, y, 4.5), tint(colour, 0.6))).join('') +
        collar(tint(colour, 0.35))
      )
    case 'sweater':
      return (
        cloth(trunk(character, 8, 712), thing) +
        line('M452 524Q500 562 548 524', shade(colour, 0.12), 18) +
        line('M452 524Q500 562 548 524', tint(colour, 0.25), 12) +
        line(
          `M${num(500 - shoulderOf(character))} 706Q500 724 ${num(500 + shoulderOf(character))} 706`,
          dark,
          12,
          0.35,
        )
      )
    case 'hoodie':
      return (
        cloth(trunk(character, 8, 712), thing) +
        clay('M414 534Q500 470 586 534Q560 580 500 586Q440 580 414 534Z', shade(colour, 0.08)) +
        pair(line('M516 576Q520 606 517 628', accent, 6)) +
        clay('M452 712L460 654Q500 642 540 654L548 712Q500 724 452 712Z', shade(colour, 0.06)) +
        pair(line('M540 656L548 708', dark, 3, 0.5))
      )
  }
}

const emblem = (colour: `#${string}`, on: `#${string}`): Svg =>
  clay('M500 556L540 564Q540 610 500 632Q460 610 460 564Z', colour) +
  fill('M500 570l6.5 13.4 14.8 2-10.8 10.3 2.7 14.6-13.2-7-13.2 7 2.7-14.6-10.8-10.3 14.8-2z', on)

const onePiece = (character: Character, thing: Thing<Kinds['onePiece']>): Svg => {
  const { colour, accent } = thing
  const w = shoulderOf(character)
  switch (thing.kind) {
    case 'dress':
      return (
        cloth(trunk(character, 1, 690), thing) +
        skirt(character, thing, 762, 118) +
        line(`M${num(504 - w)} 640Q500 656 ${num(496 + w)} 640`, accent, 13) +
        pair(clay('M500 540Q524 512 550 514Q556 544 522 554Q508 554 500 540Z', tint(colour, 0.5)))
      )
    case 'gown':
      return (
        cloth(trunk(character, 1, 690), thing) +
        skirt(character, thing, 834, 150) +
        line(`M${num(504 - w)} 640Q500 656 ${num(496 + w)} 640`, accent, 13) +
        line('M454 534Q500 578 546 534', accent, 9) +
        fill(oval(500, 648, 11), tint(accent, 0.4))
      )
    case 'robe':
      return (
        cloth(trunk(character, 6, 690), thing) +
        skirt(character, thing, 826, 116) +
        line('M456 524L508 640L512 836', accent, 13) +
        line('M544 524L506 604', accent, 13) +
        line(`M${num(502 - w)} 640Q500 656 ${num(498 + w)} 640`, shade(colour, 0.3), 18)
      )
    case 'superhero': {
      const trim = mix(accent, '#ecc86f', 0.75)
      return (
        cloth(trunk(character, 1), thing) +
        line(`M${num(504 - w)} 668Q500 684 ${num(496 + w)} 668`, trim, 16) +
        fill(oval(500, 677, 13, 11), tint(trim, 0.5)) +
        emblem(trim, shade(colour, 0.1))
      )
    }
    case 'overalls':
      return (
        cloth(
          `M448 580Q500 572 552 580L560 636Q${num(500 + w)} 640 ${num(503 + w)} 704Q500 724 ${num(497 - w)} 704Q${num(500 - w)} 640 440 636Z`,
          thing,
        ) +
        pair(line('M540 584Q552 550 546 520', colour, 19)) +
        pair(fill(oval(542, 588, 8), '#e0bb62')) +
        clay('M474 612H526V646Q500 662 474 646Z', tint(colour, 0.14))
      )
  }
}

const bottom = (character: Character, thing: Thing<Kinds['bottom']>): Svg => {
  const w = shoulderOf(character)
  if (thing.kind === 'skirt') return skirt(character, thing, 756, 108)
  const hips = `M${num(500 - w + 4)} 662Q500 676 ${num(496 + w)} 662L${num(500 + w)} 716Q500 738 ${num(500 - w)} 716Z`
  return cloth(hips, thing) + line('M500 694V720', shade(thing.colour, 0.3), 3, 0.6)
}

const outer = (character: Character, thing: Thing<Kinds['outer']>): Svg => {
  const { colour } = thing
  const w = shoulderOf(character)
  const dark = shade(colour, 0.3)
  /** One front panel, on the right; `open` is how far it stays from the middle. */
  const panel = (open: number, hem: number, flare: number) =>
    pair(
      cloth(
        `M532 514Q${num(500 + w)} 516 ${num(508 + w)} 562Q${num(500 + w)} 640 ${num(504 + w + flare)} ${hem}Q${num(520 + open + flare / 2)} ${hem + 14} ${num(500 + open)} ${hem + 10}Q${num(500 + open)} 600 532 514Z`,
        thing,
      ),
    )
  switch (thing.kind) {
    case 'suit':
      return (
        panel(6, 712, 2) +
        pair(clay('M534 512Q554 540 506 626Q500 600 512 566Z', shade(colour, 0.08))) +
        fill(oval(510, 652, 5), tint(colour, 0.5)) +
        fill('M548 592l22-6 2 12-22 6z', tint(colour, 0.75))
      )
    case 'jacket':
      return (
        panel(24, 708, 2) +
        pair(line('M524 700Q528 640 524 590', tint(colour, 0.4), 4)) +
        pair(clay('M520 560Q520 516 548 508Q570 522 556 548Z', shade(colour, 0.1)))
      )
    case 'coat':
      return (
        panel(2, 778, 22) +
        pair(clay('M504 560Q510 518 546 508Q574 526 548 562Z', shade(colour, 0.1))) +
        [600, 650, 700].map((y) => pair(fill(oval(522, y, 6), dark))).join('')
      )
    case 'labCoat':
      return (
        panel(26, 776, 18) +
        pair(clay('M526 566Q522 516 548 508Q572 528 554 564Z', colour)) +
        pair(line('M552 690h30v26h-30', dark, 3, 0.45))
      )
    case 'vest':
      return (
        panel(14, 690, 0) + [620, 654].map((y) => fill(oval(520, y, 5), tint(colour, 0.5))).join('')
      )
    case 'apron':
      return (
        cloth(
          'M458 566Q500 556 542 566L548 636Q580 640 580 676L588 752Q500 786 412 752L420 676Q420 640 452 636Z',
          thing,
        ) +
        pair(line('M538 566Q548 540 540 520', shade(colour, 0.15), 9)) +
        clay('M466 690H534V724Q500 742 466 724Z', shade(colour, 0.05))
      )
  }
}

/** What covers the trunk: from the skin outwards. */
export const drawOutfit = (character: Character): Svg =>
  clay(trunk(character), character.skin) +
  (character.bottom !== null && character.bottom.kind !== 'skirt'
    ? bottom(character, character.bottom)
    : '') +
  (character.top === null ? '' : top(character, character.top)) +
  (character.bottom?.kind === 'skirt' ? bottom(character, character.bottom) : '') +
  (character.onePiece === null ? '' : onePiece(character, character.onePiece)) +
  (character.outer === null ? '' : outer(character, character.outer))
