import type { Box } from '../../../shared/contract/index.ts'
import type { Random } from './draw.ts'
import { between, chance, hsl, path, pick, rect } from './draw.ts'
import type { FontName } from './lettering.ts'
import { lettering } from './lettering.ts'

const TITLES = [
  'NUA STUDIO',
  'Clay friends',
  'Mia & Tom',
  'ORDER 2217',
  'Little Heroes',
  'Wedding set',
] as const
const ASIDES = ['Sheet 4', 'Concept v2', 'rev. C', '12 / 2025'] as const
const NOTES = [
  'Height: 120 mm incl. base, scale 1:8',
  'Colours: Pantone 7401 C, 2925 C, matte finish',
  'No parts thinner than 2.5 mm',
  'Approved by art direction, do not distribute',
  'Glaze: satin, eyes gloss',
] as const

const words = (
  text: string,
  font: FontName,
  size: number,
  x: number,
  y: number,
  fill: string,
): string => {
  const { d } = lettering(text, font, size)
  return path(d, fill, `transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"`)
}

type Band = { readonly svg: string; readonly box: Box | null }

/** The head of a page: a filled band, or words over a line. */
export const drawBanner = (
  random: Random,
  width: number,
  height: number,
  font: FontName,
  page: string,
): Band => {
  const box = { x: 0, y: 0, w: width, h: height }
  const filled = chance(random, 0.6)
  const colour = hsl(random() * 360, between(random, 30, 70), between(random, 25, 50))
  const ink = filled ? '#ffffff' : colour
  const title = lettering(pick(random, TITLES), font, height * 0.42)
  const x = chance(random, 0.5) ? height * 0.5 : (width - title.width) / 2
  const svg =
    (filled ? rect(box, colour) : rect(box, page)) +
    path(
      title.d,
      ink,
      `transform="translate(${x.toFixed(1)} ${((height - title.height) / 2).toFixed(1)})"`,
    ) +
    words(pick(random, ASIDES), font, height * 0.18, width * 0.84, height * 0.42, ink) +
    (filled ? '' : rect({ x: 30, y: height - 3, w: width - 60, h: 2 }, colour))
  return { svg, box }
}

/** The foot of a page: lines of notes, on a band or on the page, now and then with a row of colours. */
export const drawFooter = (
  random: Random,
  width: number,
  top: number,
  height: number,
  font: FontName,
): Band => {
  const box = { x: 0, y: top, w: width, h: height }
  const ink = hsl(random() * 360, 20, 25)
  const size = Math.max(13, height * 0.17)
  const lines = Array.from({ length: pick(random, [1, 2, 3]) }, (_, line) =>
    words(pick(random, NOTES), font, size, 40, top + height * 0.16 + line * size * 1.6, ink),
  ).join('')
  const chips = chance(random, 0.3)
    ? [0, 1, 2, 3]
        .map((chip) =>
          rect(
            {
              x: width - 60 - chip * height * 0.55,
              y: top + height * 0.3,
              w: height * 0.4,
              h: height * 0.4,
            },
            hsl(random() * 360, 60, 55),
          ),
        )
        .join('')
    : ''
  const band = chance(random, 0.4)
    ? rect(box, hsl(random() * 360, 25, 90))
    : rect({ x: 30, y: top + 4, w: width - 60, h: 2 }, ink)
  return { svg: band + lines + chips, box }
}
