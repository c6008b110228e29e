import sharp from 'sharp'
import { lettering } from './generate/lettering.ts'

/** Where things are on a plain page, in its pixels. */
export const PLAIN = {
  width: 1000,
  height: 700,
  cells: [
    { x: 20, y: 100, w: 470, h: 520 },
    { x: 510, y: 100, w: 470, h: 520 },
  ],
} as const

const words = (text: string, x: number, y: number, size: number, fill: string): string => {
  const { d } = lettering(text, 'fredoka', size)
  return `<path d="${d}" fill="${fill}" transform="translate(${x} ${y})"/>`
}

const figure = (x: number, colour: string): string =>
  `<g stroke="#2b2320" stroke-width="4"><ellipse cx="${x}" cy="560" rx="90" ry="20" fill="#b9c08f"/><rect x="${x - 50}" y="400" width="100" height="150" rx="20" fill="${colour}"/><circle cx="${x}" cy="330" r="85" fill="#f0c8a8"/></g><circle cx="${x - 30}" cy="330" r="10"/><circle cx="${x + 30}" cy="330" r="10"/>`

/** A page of two cells with a banner, a note at its foot, a label in each cell and a number on one shirt. */
export const plainPage = (more = ''): Promise<Buffer> => {
  const [first, second] = PLAIN.cells
  const panel = ({ x, y, w, h }: (typeof PLAIN.cells)[number], fill: string) =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="700"><rect width="1000" height="700" fill="#fff"/><rect width="1000" height="80" fill="#a0304f"/>${words('Clay friends', 30, 20, 48, '#fff')}${panel(first, '#dfe8f5')}${panel(second, '#f5e2df')}${figure(255, '#3d8f5a')}${figure(745, '#6a4fb0')}${words('FRONT', 195, 125, 40, '#22304f')}${words('BACK', 695, 125, 40, '#22304f')}${words('7', 735, 440, 70, '#fff')}${words('Height: 120 mm', 30, 650, 26, '#333')}${more}</svg>`
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer()
}
