import type { Box } from '../../../shared/contract/index.ts'
import type { Random } from './draw.ts'
import { between, chance, hsl, path, pick } from './draw.ts'
import type { FontName } from './lettering.ts'
import { lettering } from './lettering.ts'

export type View = 'FRONT' | 'BACK' | 'SIDE'

/** How a figurine is drawn: its colours with an outline, ink on paper, or soft clay without any line. */
export type Look = 'outlined' | 'inked' | 'soft'

export type Figure = {
  /** Drawn on a plane of 1000 × 1000, standing on its lower edge. */
  readonly svg: string
  readonly defs: string
  readonly words: Words | null
}

/** Text that belongs to a figurine, and where it is on that plane. */
export type Words = { readonly text: string; readonly box: Box }

type Paint = (d: string, colour: string) => string

const painter = (look: Look, ink: string): Paint => {
  if (look === 'inked')
    return (d) => path(d, '#fdfbf6', `stroke="${ink}" stroke-width="7" stroke-linejoin="round"`)
  if (look === 'soft')
    return (d, colour) =>
      path(d, colour) + path(d, 'url(#soft)', 'style="mix-blend-mode:normal" opacity="0.5"')
  return (d, colour) => path(d, colour, `stroke="${ink}" stroke-width="9" stroke-linejoin="round"`)
}

const oval = (x: number, y: number, rx: number, ry: number): string =>
  `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`

const WORDS = ['TEAM', 'LOVE', 'NUA', 'WOW', 'CHEF', 'HERO', '07', '23', '8', '5', 'K9', 'Star']

/** What the views of one figurine have in common. */
export type Person = {
  readonly skin: string
  readonly hair: string
  readonly shirt: string
  readonly legs: string
  readonly ink: string
  readonly hat: boolean
  readonly longHair: boolean
  readonly base: boolean
  readonly pet: boolean
  readonly headSize: number
  readonly text: string | null
  readonly font: FontName
}

export const imaginePerson = (
  random: Random,
  fonts: readonly [FontName, ...FontName[]],
): Person => ({
  skin: hsl(between(random, 15, 35), 55, between(random, 55, 80)),
  hair: hsl(random() * 360, between(random, 20, 70), between(random, 18, 60)),
  shirt: hsl(random() * 360, between(random, 40, 80), between(random, 35, 65)),
  legs: hsl(random() * 360, between(random, 30, 60), between(random, 25, 60)),
  ink: pick(random, ['#2b2320', '#1d2433', '#4a2f27']),
  hat: chance(random, 0.3),
  longHair: chance(random, 0.4),
  base: chance(random, 0.7),
  pet: chance(random, 0.15),
  headSize: between(random, 0.85, 1.1),
  text: chance(random, 0.3) ? pick(random, WORDS as [string, ...string[]]) : null,
  font: pick(random, fonts),
})

const face = (person: Person, view: View, look: Look): string => {
  if (view === 'BACK') return ''
  const eyes = view === 'SIDE' ? [570] : [430, 570]
  const iris = look === 'inked' ? person.ink : '#3a2a24'
  return (
    eyes
      .map((x) => path(oval(x, 330, 26, 36), iris) + path(oval(x + 8, 316, 8, 10), '#fff'))
      .join('') +
    `<path d="M${view === 'SIDE' ? 560 : 470} 400q30 22 60 0" fill="none" stroke="${person.ink}" stroke-width="8" stroke-linecap="round"/>`
  )
}

/** A small figurine with a large head: body, limbs, hair, and now and then a hat, a base, a pet, words on the shirt. */
export const drawFlatFigure = (person: Person, view: View, look: Look): Figure => {
  const paint = painter(look, person.ink)
  const head = `translate(500 470) scale(${person.headSize}) translate(-500 -470)`
  const isBack = view === 'BACK'
  const shown = person.text !== null && view !== 'SIDE' ? person.text : null
  const words = shown === null ? null : lettering(shown, person.font, 110)
  const scale = words === null ? 1 : Math.min(1, 150 / words.width, 80 / words.height)
  const [w, h] = [(words?.width ?? 0) * scale, (words?.height ?? 0) * scale]
  const box = { x: 500 - w / 2, y: 660 - h / 2, w, h }
  const svg =
    (person.base
      ? path(oval(500, 960, 250, 38), look === 'inked' ? person.ink : '#8b7a68', 'opacity="0.25"') +
        paint(oval(500, 935, 230, 48), '#b9c08f')
      : path(oval(500, 948, 190, 30), '#000', 'opacity="0.18"')) +
    (person.pet ? paint('M700 930q-10 -80 50 -90l20 -40l24 36q46 20 40 94z', person.hair) : '') +
    (person.longHair ? paint('M330 250q-40 260 10 400h320q50 -140 10 -400z', person.hair) : '') +
    paint('M440 770v150h50v-120h20v120h50v-150z', person.legs) +
    paint('M405 560q-90 60 -95 150q20 26 48 8q20 -60 70 -90z', person.shirt) +
    paint('M595 560q90 60 95 150q-20 26 -48 8q-20 -60 -70 -90z', person.shirt) +
    paint(oval(330, 722, 28, 28), person.skin) +
    paint(oval(670, 722, 28, 28), person.skin) +
    paint('M410 540h180q30 130 20 250h-220q-10 -120 20 -250z', person.shirt) +
    (words === null
      ? ''
      : `<g transform="translate(${box.x} ${box.y}) scale(${scale})">${path(words.d, look === 'inked' ? person.ink : '#ffffff', look === 'soft' ? '' : `stroke="${person.ink}" stroke-width="4" paint-order="stroke"`)}</g>`) +
    `<g transform="${head}">` +
    paint(oval(500, 320, 200, 190), isBack ? person.hair : person.skin) +
    face(person, view, look) +
    (isBack
      ? ''
      : paint(
          'M300 320q-10 -210 200 -210q210 0 200 210q-60 -110 -200 -110q-140 0 -200 110z',
          person.hair,
        )) +
    (person.hat
      ? paint('M280 200q220 -70 440 0l-70 -20q-20 -120 -150 -120q-130 0 -150 120z', person.legs)
      : '') +
    '</g>'
  return { svg, defs: '', words: shown === null ? null : { text: shown, box } }
}

export const SOFT_LIGHT =
  '<radialGradient id="soft" cx="0.35" cy="0.25" r="0.9"><stop offset="0" stop-color="#fff" stop-opacity="0.75"/><stop offset="0.5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#201008" stop-opacity="0.55"/></radialGradient>'
