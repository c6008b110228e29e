import type { Character } from '../character.ts'
import { shade, tint } from '../palette.ts'
import { cloth } from './outfit.ts'
import { clay, fill, line, oval } from './svg.ts'
import type { Svg } from './svg.ts'

const star = (x: number, y: number, r: number): string =>
  `M${x} ${y - r}l${r * 0.3} ${r * 0.62} ${r * 0.68} ${r * 0.09}-${r * 0.5} ${r * 0.48} ${r * 0.13} ${r * 0.67}-${r * 0.61}-${r * 0.33}-${r * 0.61} ${r * 0.33} ${r * 0.13}-${r * 0.67}-${r * 0.5}-${r * 0.48} ${r * 0.68}-${r * 0.09}z`

const DOME = 'M300 286C300 150 400 112 500 112C600 112 700 150 700 286Q500 226 300 286Z'

/** On a head whose top is at 178 and whose hair is 404 wide. */
export const drawHat = ({ hat }: Character): Svg => {
  if (hat === null) return ''
  const { colour, accent } = hat
  const dark = shade(colour, 0.28)
  switch (hat.kind) {
    case 'cap':
      return (
        cloth(DOME, hat) +
        line(
          'M500 114Q500 180 500 250M410 130Q390 190 388 262M590 130Q610 190 612 262',
          dark,
          4,
          0.45,
        ) +
        clay(
          'M362 262Q500 222 638 262Q700 310 664 336Q640 344 616 326Q500 282 384 326Q360 344 336 336Q300 310 362 262Z',
          shade(colour, 0.12),
        ) +
        clay(oval(500, 112, 16, 11), shade(colour, 0.1))
      )
    case 'beanie':
      return (
        clay(oval(500, 92, 46), accent) +
        cloth('M304 280C300 150 390 106 500 106C610 106 700 150 696 280Q500 220 304 280Z', hat) +
        clay(
          'M294 246Q500 182 706 246Q724 276 708 312Q500 250 292 312Q276 276 294 246Z',
          tint(colour, 0.22),
        ) +
        line(
          'M340 240L336 292M390 226L388 278M445 216V268M500 213V264M555 216V268M610 226L612 278M660 240L664 292',
          dark,
          4.5,
          0.35,
        )
      )
    case 'sunHat':
      return (
        clay(
          'M196 286C230 226 380 214 500 214C620 214 770 226 804 286C780 322 640 288 500 288C360 288 220 322 196 286Z',
          colour,
        ) +
        cloth('M324 256C318 140 400 104 500 104C600 104 682 140 676 256Q500 300 324 256Z', hat) +
        line('M330 244Q500 290 670 244', '#b5655f', 26) +
        line('M376 150Q430 122 500 120', tint(colour, 0.7), 10, 0.5)
      )
    case 'topHat':
      return (
        cloth('M350 250L336 48Q500 20 664 48L650 250Q500 282 350 250Z', hat) +
        line('M350 226Q500 258 650 226', '#b5655f', 34) +
        clay(
          'M256 250Q300 226 346 238Q500 276 654 238Q700 226 744 250Q700 306 500 306Q300 306 256 250Z',
          colour,
        ) +
        line('M366 80Q362 130 370 190', tint(colour, 0.6), 10, 0.35)
      )
    case 'cowboyHat':
      return (
        cloth(
          'M336 252C330 150 370 92 430 96Q470 100 500 124Q530 100 570 96C630 92 670 150 664 252Q500 286 336 252Z',
          hat,
        ) +
        line('M338 234Q500 272 662 234', dark, 24) +
        clay(
          'M182 216Q240 262 340 244Q500 290 660 244Q760 262 818 216Q800 300 660 300Q500 316 340 300Q200 300 182 216Z',
          shade(colour, 0.06),
        )
      )
    case 'witchHat':
      return (
        cloth('M330 258Q420 120 470 20Q496 -16 540 34Q600 150 670 258Q500 296 330 258Z', hat) +
        line('M338 244Q500 284 662 244', accent, 28) +
        clay(`M480 238h40v36h-40z`, '#dcb660') +
        clay(
          'M214 274Q330 220 346 246Q500 286 654 246Q670 220 786 274Q700 322 500 318Q300 322 214 274Z',
          shade(colour, 0.08),
        ) +
        fill(star(470, 160, 16) + star(540, 120, 12) + star(560, 196, 11), '#f2dfa0', 0.9)
      )
    case 'partyHat':
      return (
        cloth('M420 214Q470 120 500 22Q530 120 580 214Q500 244 420 214Z', hat) +
        line('M446 160Q500 182 556 160M470 104Q500 116 530 104', accent, 10) +
        clay(oval(500, 24, 24), accent)
      )
    case 'chefHat':
      return (
        clay(
          'M350 190C270 180 262 76 352 76C370 14 470 6 500 48C530 6 630 14 648 76C738 76 730 180 650 190Q500 220 350 190Z',
          colour,
        ) +
        clay('M336 182Q500 214 664 182L676 272Q500 224 324 272Z', shade(colour, 0.04)) +
        line('M400 120Q410 160 412 196M500 112V204M600 120Q590 160 588 196', dark, 4, 0.35)
      )
    case 'santaHat':
      return (
        cloth(
          'M308 270C310 150 420 92 520 96C640 96 720 170 762 300Q736 316 712 300Q690 240 660 220L690 276Q500 224 308 270Z',
          hat,
        ) +
        clay(oval(738, 322, 36), '#fbf6ec') +
        clay('M292 250Q500 184 708 250Q730 284 706 316Q500 250 294 316Q270 284 292 250Z', '#fbf6ec')
      )
    case 'helmet':
      return (
        cloth(DOME, hat) +
        clay(
          'M462 108Q500 92 538 108Q546 180 540 246Q500 240 460 246Q454 180 462 108Z',
          tint(colour, 0.2),
        ) +
        clay(
          'M276 268Q500 196 724 268Q740 296 716 308Q500 254 284 308Q260 296 276 268Z',
          shade(colour, 0.08),
        )
      )
    case 'beret':
      return (
        line('M520 110L532 84', dark, 12) +
        cloth(
          'M296 246C230 130 400 92 520 100C690 104 792 190 712 270Q660 262 500 236Q360 238 296 246Z',
          hat,
        ) +
        line('M306 262Q500 214 700 276', dark, 17) +
        line('M350 170Q420 124 520 126', tint(colour, 0.6), 11, 0.35)
      )
    case 'crown':
      return (
        cloth('M372 210L352 84L432 140L500 56L568 140L648 84L628 210Q500 176 372 210Z', hat) +
        line('M376 196Q500 164 624 196', shade(colour, 0.16), 16) +
        [
          [352, 84],
          [500, 56],
          [648, 84],
        ]
          .map(([x = 0, y = 0]) => clay(oval(x, y, 14), '#c9655a'))
          .join('') +
        clay(oval(500, 140, 16, 19), '#7fb0b5') +
        clay(oval(428, 160, 11), '#d98c9a') +
        clay(oval(572, 160, 11), '#d98c9a')
      )
  }
}
