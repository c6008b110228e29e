import type { Box } from '../../../shared/contract/index.ts'
import type { Random } from './draw.ts'
import { between, chance, hsl, path, pick } from './draw.ts'
import type { FontName } from './lettering.ts'
import { lettering } from './lettering.ts'

export const LABEL_LOOKS = ['plain', 'outlined', 'pill', 'tag', 'underlined', 'shadowed'] as const
/** `coloured`: letters of any hue and lightness; `bubble`: what somebody says, with a line around it; `boxed`: in a frame
 * that the background is seen through. */
export type LabelLook = (typeof LABEL_LOOKS)[number] | 'coloured' | 'bubble' | 'boxed'

export const LABEL_PLACES = [
  'top',
  'top left',
  'bottom',
  'beside',
  'upright',
  'tilted',
  'on',
] as const
/** `over`: anywhere on the figurine. */
export type LabelPlace = (typeof LABEL_PLACES)[number] | 'over'

export type Label = {
  readonly svg: string
  readonly text: string
  readonly rotated: number
  readonly pill: boolean
}

type Wish = {
  readonly text: string
  readonly font: FontName
  readonly look: LabelLook
  readonly place: LabelPlace
  /** Of the cell's shorter side, the smallest and the largest height of its letters. */
  readonly sizes: readonly [number, number]
  /** The cell, and in it what the figurine covers. */
  readonly cell: Box
  readonly figure: Box
}

/** The label around 0,0, and its size. */
const drawLook = (random: Random, { text, font, look }: Wish, size: number) => {
  const words = lettering(text, font, size)
  const hue = random() * 360
  const dark = hsl(hue, between(random, 30, 90), between(random, 15, 38))
  const centred = `transform="translate(${-words.width / 2} ${-words.height / 2})"`
  const letters = (fill: string, more = '') => path(words.d, fill, `${centred} ${more}`)
  const [w, h] = [words.width, words.height]
  switch (look) {
    case 'plain':
      return { svg: letters(dark), w, h }
    case 'coloured': {
      const colour = hsl(hue, between(random, 30, 95), between(random, 25, 80))
      const edge = chance(random, 0.3) ? `stroke="#ffffff" stroke-width="${size / 16}"` : ''
      return { svg: letters(colour, `${edge} paint-order="stroke"`), w, h }
    }
    case 'outlined':
      return {
        svg:
          letters(
            'none',
            `stroke="${chance(random, 0.5) ? dark : '#ffffff'}" stroke-width="${(size / 5).toFixed(1)}" stroke-linejoin="round"`,
          ) + letters(chance(random, 0.5) ? '#ffffff' : dark, `stroke="${dark}" stroke-width="1"`),
        w: w + size / 5,
        h: h + size / 5,
      }
    case 'pill': {
      const [pw, ph] = [w + size * 1.2, h + size * 0.7]
      const light = chance(random, 0.4)
      return {
        svg:
          `<rect x="${-pw / 2}" y="${-ph / 2}" width="${pw}" height="${ph}" rx="${ph / 2}" fill="${light ? '#ffffff' : dark}"/>` +
          letters(light ? dark : '#ffffff'),
        w: pw,
        h: ph,
      }
    }
    case 'tag': {
      const [pw, ph] = [w + size, h + size * 0.6]
      return {
        svg:
          path(
            `M${-pw / 2} ${-ph / 2}h${pw}l${ph / 3} ${ph / 2}l${-ph / 3} ${ph / 2}h${-pw}z`,
            dark,
            'stroke="#ffffff" stroke-width="2"',
          ) + letters('#ffffff'),
        w: pw + ph / 1.4,
        h: ph + 2,
      }
    }
    case 'bubble': {
      const [pw, ph] = [w + size * 1.1, h + size * 0.8]
      const [r, tail] = [ph / 3, ph / 4]
      const [flat, side] = [pw - 2 * r, ph - 2 * r]
      const corner = (x: number, y: number) =>
        `q${x > 0 === y > 0 ? x : 0} ${x > 0 === y > 0 ? 0 : y} ${x} ${y}`
      const outline =
        `M${r - pw / 2} ${-ph / 2 - tail / 2}h${flat}${corner(r, r)}v${side}${corner(-r, r)}` +
        `h${-flat * 0.6}l${-tail} ${tail}v${-tail}h${-(flat * 0.4 - tail)}${corner(-r, -r)}v${-side}${corner(r, -r)}z`
      const lifted = `<g transform="translate(0 ${-tail / 2})">${letters(dark)}</g>`
      const frame = `stroke="${dark}" stroke-width="${Math.max(2, size / 12)}" stroke-linejoin="round"`
      return { svg: path(outline, '#ffffff', frame) + lifted, w: pw, h: ph + tail }
    }
    case 'boxed': {
      const [bw, bh] = [w + size * 0.8, h + size * 0.6]
      const frame = `<rect x="${-bw / 2}" y="${-bh / 2}" width="${bw}" height="${bh}" fill="none" stroke="${dark}" stroke-width="${Math.max(2, size / 14)}"/>`
      return { svg: frame + letters(dark), w: bw, h: bh }
    }
    case 'underlined':
      return {
        svg:
          letters(dark) +
          `<rect x="${-w / 2}" y="${h / 2 + size * 0.14}" width="${w}" height="${Math.max(2, size * 0.07)}" fill="${dark}"/>`,
        w,
        h: h + size * 0.45,
      }
    case 'shadowed':
      return {
        svg:
          `<g transform="translate(${size * 0.06} ${size * 0.08})" opacity="0.35">${letters('#000000')}</g>` +
          letters(dark),
        w: w + size * 0.1,
        h: h + size * 0.1,
      }
  }
}

/** Draws a label where it is wanted; null where it has no room there. */
export const drawLabel = (random: Random, wish: Wish): Label | null => {
  const { cell, figure, place, text, look } = wish
  const rotated =
    place === 'upright'
      ? pick(random, [90, -90])
      : place === 'tilted'
        ? between(random, -20, 20)
        : 0
  const size = Math.max(18, Math.min(cell.w, cell.h) * between(random, ...wish.sizes))
  const drawn = drawLook(random, wish, size)
  const [w, h] =
    place === 'upright' ? [drawn.h, drawn.w] : [drawn.w, drawn.h * (place === 'tilted' ? 1.5 : 1)]
  const gap = 10 + size * 0.3
  const middle = figure.x + figure.w / 2
  const spot = (): { x: number; y: number } | null => {
    switch (place) {
      case 'top':
        return { x: cell.x + cell.w / 2, y: cell.y + gap + h / 2 }
      case 'top left':
        return { x: cell.x + gap + w / 2, y: cell.y + gap + h / 2 }
      case 'tilted':
        return { x: cell.x + cell.w - gap - w / 2, y: cell.y + gap + h / 2 }
      case 'bottom':
        return { x: cell.x + cell.w / 2, y: cell.y + cell.h - gap - h / 2 }
      case 'beside':
      case 'upright': {
        const left = figure.x - cell.x
        const right = cell.x + cell.w - figure.x - figure.w
        if (Math.max(left, right) < w + 2 * gap) return null
        return {
          x: left > right ? cell.x + gap + w / 2 : cell.x + cell.w - gap - w / 2,
          y: cell.y + cell.h * between(random, 0.35, 0.65),
        }
      }
      case 'on':
        return {
          x: middle + between(random, -0.1, 0.1) * figure.w,
          y: figure.y + figure.h * between(random, 0.7, 0.97),
        }
      case 'over':
        return {
          x: middle + between(random, -0.2, 0.2) * figure.w,
          y: figure.y + figure.h * between(random, 0.1, 0.95),
        }
    }
  }
  const at = spot()
  if (at === null || w > cell.w - 2 * gap || h > cell.h / 3) return null
  const box = { x: at.x - w / 2, y: at.y - h / 2, w, h }
  const touches =
    box.x < figure.x + figure.w + 4 &&
    box.x + w > figure.x - 4 &&
    box.y < figure.y + figure.h + 4 &&
    box.y + h > figure.y - 4
  if (touches && place !== 'on' && place !== 'over') return null
  if (box.y + h > cell.y + cell.h - 2 || box.x < cell.x + 2 || box.x + w > cell.x + cell.w - 2)
    return null
  return {
    svg: `<g transform="translate(${at.x.toFixed(1)} ${at.y.toFixed(1)}) rotate(${rotated.toFixed(1)})">${drawn.svg}</g>`,
    text,
    rotated,
    pill: look === 'pill' || look === 'tag' || look === 'bubble',
  }
}
