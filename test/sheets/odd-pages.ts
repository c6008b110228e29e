import sharp from 'sharp'
import { lettering } from './generate/lettering.ts'

const draw = (width: number, height: number, content: string): Promise<Buffer> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer()
}

const words = (text: string, x: number, y: number, size: number, fill = '#222222'): string =>
  `<path d="${lettering(text, 'lora', size).d}" fill="${fill}" transform="translate(${x} ${y})"/>`

const SENTENCES = [
  'Our figurines are made by hand, one at a time, from polymer clay.',
  'Send us a photo and tell us what the person loves to do.',
  'We draw a design sheet first, and you approve it before we begin.',
] as const

/** A page of nothing but text. */
export const textPage = (): Promise<Buffer> => {
  const lines = Array.from({ length: 16 }, (_, line) =>
    words(SENTENCES[line % 3] ?? '', 60, 120 + line * 42, 27),
  )
  return draw(
    1000,
    820,
    `<rect width="1000" height="820" fill="#fff"/>${words('Terms', 60, 40, 46)}${lines.join('')}`,
  )
}

/** As a snapshot is: something of every size and colour everywhere, and a word over it. */
export const scenePage = (): Promise<Buffer> =>
  draw(
    900,
    700,
    `<filter id="scene" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="0.012" numOctaves="6" seed="4"/><feColorMatrix values="2.2 0 0 0 -0.6 0 2.2 0 0 -0.6 0 0 2.2 0 -0.6 0 0 0 0 1"/></filter><rect width="900" height="700" filter="url(#scene)"/>${words('HOLIDAY', 330, 60, 60, '#ffffff')}`,
  )

/** A shop in the browser: a bar, a heading, products with their prices, a foot. */
export const webPage = (): Promise<Buffer> => {
  const product = (at: number) => {
    const x = 60 + at * 300
    return `<rect x="${x}" y="330" width="260" height="220" rx="8" fill="${['#d9c7b8', '#b8c9d9', '#c9d9b8'][at] ?? ''}"/><circle cx="${x + 130}" cy="440" r="70" fill="#8a5a44"/>${words('Clay friend', x, 570, 26)}${words('€ 120', x, 605, 24, '#555555')}<rect x="${x}" y="640" width="120" height="36" rx="18" fill="#2255cc"/>${words('Buy', x + 38, 648, 22, '#ffffff')}`
  }
  return draw(
    1000,
    800,
    `<rect width="1000" height="800" fill="#ffffff"/><rect width="1000" height="60" fill="#222a3a"/>${words('Clay shop', 40, 18, 28, '#ffffff')}${words('Home   Orders   About', 620, 22, 22, '#ffffff')}${words('Figurines made to order', 60, 110, 56)}${words(SENTENCES[0], 60, 200, 26)}${words(SENTENCES[1], 60, 240, 26)}${[0, 1, 2].map(product).join('')}<rect y="720" width="1000" height="80" fill="#eeeeee"/>${words('Imprint   Privacy   Terms', 60, 750, 22)}`,
  )
}

/** A small figurine in each of many cells. */
export const crowdedPage = (columns: number, rows: number): Promise<Buffer> => {
  const [w, h] = [200, 220]
  const cells = Array.from({ length: columns * rows }, (_, at) => {
    const [x, y] = [(at % columns) * w, Math.floor(at / columns) * h]
    return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="hsl(${at * 47}, 50%, 88%)" stroke="#333" stroke-width="3"/><g stroke="#2b2320" stroke-width="3"><rect x="${x + 70}" y="${y + 110}" width="60" height="80" rx="12" fill="hsl(${at * 71}, 60%, 45%)"/><circle cx="${x + 100}" cy="${y + 80}" r="42" fill="#f0c8a8"/></g>`
  })
  return draw(columns * w, rows * h, cells.join(''))
}
