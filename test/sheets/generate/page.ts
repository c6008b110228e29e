import type { Box } from '../../../shared/contract/index.ts'
import { randomOf } from '../../../server/engines/sample/random.ts'
import { drawBackdrop } from './backdrop.ts'
import { drawBanner, drawFooter } from './bands.ts'
import type { Random } from './draw.ts'
import { between, chance, hsl, pick, rect } from './draw.ts'
import type { Look, Person, View, Words } from './flat-figure.ts'
import { SOFT_LIGHT, drawFlatFigure, imaginePerson } from './flat-figure.ts'
import type { Label } from './label.ts'
import { drawLabel } from './label.ts'
import { layOut } from './layout.ts'
import { drawSampleFigure } from './sample-figure.ts'
import type { SheetKinds } from './sheet-kinds.ts'

/** One cell of a page, in its layers. */
export type PageCell = {
  readonly rect: Box
  /** It has a visible edge. */
  readonly panel: boolean
  readonly rounded: number
  readonly view: View
  /** What is written on the figurine. */
  readonly words: Words | null
  readonly labels: readonly Label[]
}

/** A sheet as SVG: what is printed under the figurines, then them, then their labels. */
export type Page = {
  readonly width: number
  readonly height: number
  readonly style: string
  readonly gutter: string
  readonly gutterPx: number
  readonly banner: Box | null
  readonly footer: Box | null
  readonly cells: readonly PageCell[]
  readonly layers: { readonly ground: string; readonly figures: string; readonly labels: string }
  readonly defs: string
}

const NAMES = [
  'Mina',
  'ROSA',
  'Juno',
  'Taro',
  'Luna!',
  'Pip',
  'Sora',
  'Bea',
  'Momo 12 cm',
  'No. 3',
] as const
const VIEWS: readonly View[] = ['FRONT', 'BACK', 'SIDE']
const WORD_OF: Record<View, readonly [string, ...string[]]> = {
  FRONT: ['FRONT', 'front', 'Front view', 'FRONT'],
  BACK: ['BACK', 'back', 'Rear view', 'BACK'],
  SIDE: ['SIDE', 'side', 'Side view', 'SIDE'],
}

/** Where a figurine of the unit plane goes in a cell: standing low, with room for words above. */
const place = (random: Random, cell: Box) => {
  const share = between(random, 0.5, 0.78)
  const size = Math.min(cell.h * share, cell.w * 0.86)
  const x = cell.x + cell.w / 2 + between(random, -0.06, 0.06) * (cell.w - size) - size / 2
  const low = chance(random, 0.5) ? 0.96 : 0.86
  return { x, y: cell.y + cell.h * low - size * 0.98, size }
}

/** A box of the unit plane where its figurine stands on the page. */
const toPage = (box: Box, { x, y, size }: ReturnType<typeof place>): Box => {
  const [left, top] = [Math.floor(x + (box.x * size) / 1000), Math.floor(y + (box.y * size) / 1000)]
  return {
    x: left,
    y: top,
    w: Math.ceil(x + ((box.x + box.w) * size) / 1000) - left,
    h: Math.ceil(y + ((box.y + box.h) * size) / 1000) - top,
  }
}

const edgesOf = (edge: SheetKinds['edges'][number], random: Random) => {
  const gap = Math.round(between(random, 10, 44))
  switch (edge) {
    case 'white':
      return { gap, page: '#ffffff', rounded: chance(random, 0.3) ? 24 : 0 }
    case 'coloured':
      return {
        gap,
        page: hsl(random() * 360, 30, between(random, 60, 90)),
        rounded: chance(random, 0.3) ? 30 : 0,
      }
    case 'card':
      return {
        gap: gap + 14,
        page: hsl(random() * 360, 12, 96),
        rounded: Math.round(between(random, 20, 56)),
      }
    case 'frame':
      return {
        gap,
        page: hsl(random() * 360, between(random, 5, 40), between(random, 88, 98)),
        rounded: 0,
      }
    case 'line':
    case 'adjoin':
      return { gap: 0, page: '#ffffff', rounded: 0 }
    case 'none':
      return {
        gap: 50,
        page: hsl(random() * 360, between(random, 5, 40), between(random, 85, 98)),
        rounded: 0,
      }
  }
}

/** The same seed and kinds are the same page. */
export const drawPage = (seed: number, kinds: SheetKinds): Page => {
  const random = randomOf(seed, 'page')
  const edge = pick(random, kinds.edges)
  const { gap, page, rounded } = edgesOf(edge, random)
  const arrangement = pick(
    random,
    edge === 'none' ? (['one', 'row', 'grid'] as const) : kinds.arrangements,
  )
  const width = Math.round(between(random, 1300, 2300))
  const height = Math.round(
    width * pick(random, arrangement === 'row' ? [0.6, 0.75] : [0.75, 1, 1.25]),
  )
  const font = pick(random, kinds.fonts)
  const top = chance(random, 0.8) ? Math.round(height * between(random, 0.06, 0.13)) : 0
  const foot = chance(random, 0.7) ? Math.round(height * between(random, 0.06, 0.12)) : 0
  const banner = top > 0 ? drawBanner(random, width, top, font, page) : null
  const footer = foot > 0 ? drawFooter(random, width, height - foot, foot, font) : null
  const area = { x: gap, y: top + gap, w: width - 2 * gap, h: height - top - foot - 2 * gap }
  const rects = layOut(random, arrangement, area, edge === 'none' ? 40 : gap)

  const backdrop = pick(random, kinds.backdrops)
  const style = pick(random, kinds.figures)
  const person: Person = imaginePerson(random, kinds.fonts)
  let defs = SOFT_LIGHT
  const panels = rects.map((box, index) => {
    const stroke = chance(random, 0.3)
      ? `stroke="${hsl(random() * 360, 40, 35)}" stroke-width="${pick(random, [2, 4])}"`
      : ''
    if (edge === 'none') return ''
    if (edge === 'frame')
      return rect(
        box,
        page,
        `stroke="${hsl(random() * 360, 40, 35)}" stroke-width="${pick(random, [2, 3, 5])}"`,
      )
    const shadow =
      edge === 'card'
        ? rect({ ...box, y: box.y + 8 }, '#000000', `rx="${rounded}" opacity="0.12"`)
        : ''
    const { svg, defs: more } = drawBackdrop(
      random,
      backdrop,
      box,
      `b${index}`,
      `rx="${rounded}" ${edge === 'line' || edge === 'adjoin' ? '' : stroke}`,
    )
    defs += more
    return shadow + svg
  })
  const lines =
    edge === 'line'
      ? rects.map((box) => rect(box, 'none', 'stroke="#223344" stroke-width="4"')).join('')
      : ''

  let figures = ''
  let words = ''
  const look = pick(random, kinds.labels)
  const cells = rects.map((box, index): PageCell => {
    const own = randomOf(seed, `cell ${index}`)
    const view = VIEWS[index % VIEWS.length] ?? 'FRONT'
    const at = place(own, box)
    const figure =
      style === 'sample'
        ? drawSampleFigure(own, person)
        : drawFlatFigure(person, view, style satisfies Look)
    figures += `<g transform="translate(${at.x.toFixed(1)} ${at.y.toFixed(1)}) scale(${(at.size / 1000).toFixed(4)})">${figure.svg}</g>`
    defs += figure.defs
    // What its drawing covers of the plane: arms, hats and pets may reach further.
    const covered = {
      x: at.x + at.size * 0.18,
      y: at.y + at.size * 0.02,
      w: at.size * 0.64,
      h: at.size * 0.97,
    }
    const wide = { ...covered, x: at.x + at.size * 0.06, w: at.size * 0.88 }
    const asked = [
      ...(chance(own, 0.9) ? [pick(own, WORD_OF[view])] : []),
      ...(chance(own, 0.45) ? [pick(own, NAMES)] : []),
    ]
    const taken = new Set<string>()
    const labels = asked.flatMap((text): Label[] => {
      const spot = pick(own, kinds.places)
      if (taken.has(spot)) return []
      taken.add(spot)
      const label = drawLabel(own, {
        text,
        font: chance(own, 0.7) ? font : pick(own, kinds.fonts),
        look: chance(own, 0.7) ? look : pick(own, kinds.labels),
        place: spot,
        sizes: kinds.sizes,
        cell: box,
        figure: spot === 'on' || spot === 'over' ? covered : wide,
      })
      return label === null ? [] : [label]
    })
    words += labels.map(({ svg }) => svg).join('')
    const written = figure.words && {
      text: figure.words.text,
      box: toPage(figure.words.box, at),
    }
    return { rect: box, panel: edge !== 'none', rounded, view, words: written, labels }
  })
  const ground =
    rect({ x: 0, y: 0, w: width, h: height }, page) +
    panels.join('') +
    lines +
    (banner?.svg ?? '') +
    (footer?.svg ?? '')
  return {
    width,
    height,
    style: `${backdrop}, ${style}`,
    gutter: edge,
    gutterPx: gap,
    banner: banner?.box ?? null,
    footer: footer?.box ?? null,
    cells,
    layers: { ground, figures, labels: words },
    defs,
  }
}
