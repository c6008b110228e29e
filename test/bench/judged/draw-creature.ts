import sharp from 'sharp'
import { between, pick, randomOf } from '../../../server/engines/sample/random.ts'
import { PIECE_SIDE } from '../../../shared/piece.ts'

const GROUNDS = ['#f6efe2', '#e9f1f2', '#f7e6e2', '#eef0df'] as const
const SKINS = ['#ff7a59', '#2f9e8f', '#f2b705', '#5b5fc7', '#d1495b', '#3d405b', '#81b29a'] as const

type Part = (seed: number) => string

const eyes: Part = (seed) => {
  const count = pick(randomOf(seed, 'eyes'), [1, 2, 2, 3] as const)
  const size = between(randomOf(seed, 'eye'), 26, 60)
  return Array.from({ length: count }, (_, at) => {
    const x = 512 + (at - (count - 1) / 2) * size * 2.4
    return `<circle cx="${x}" cy="440" r="${size}" fill="#fff"/><circle cx="${x}" cy="448" r="${size * 0.45}" fill="#222"/>`
  }).join('')
}
const body: Part = (seed) => {
  const random = randomOf(seed, 'body')
  const [width, height] = [between(random, 180, 330), between(random, 200, 320)]
  const fill = pick(randomOf(seed, 'skin'), SKINS)
  const shape = pick(randomOf(seed, 'shape'), ['ellipse', 'box', 'drop'] as const)
  if (shape === 'ellipse')
    return `<ellipse cx="512" cy="530" rx="${width}" ry="${height}" fill="${fill}"/>`
  if (shape === 'box')
    return `<rect x="${512 - width}" y="${530 - height}" width="${2 * width}" height="${2 * height}" rx="90" fill="${fill}"/>`
  return `<path d="M512 ${530 - height}C${512 + 2 * width} 530 ${512 + width} ${530 + height} 512 ${530 + height}S${512 - 2 * width} 530 512 ${530 - height}Z" fill="${fill}"/>`
}
const horns: Part = (seed) => {
  const count = pick(randomOf(seed, 'horns'), [0, 1, 2, 2, 3] as const)
  const tall = between(randomOf(seed, 'tall'), 80, 210)
  const fill = pick(randomOf(seed, 'horn'), SKINS)
  return Array.from({ length: count }, (_, at) => {
    const x = 512 + (at - (count - 1) / 2) * 170
    return `<path d="M${x - 45} 340L${x} ${330 - tall}L${x + 45} 340Z" fill="${fill}"/>`
  }).join('')
}
const limbs: Part = (seed) => {
  const count = pick(randomOf(seed, 'legs'), [2, 3, 4] as const)
  const up = between(randomOf(seed, 'arms'), -160, 160)
  const fill = pick(randomOf(seed, 'limb'), SKINS)
  const legs = Array.from({ length: count }, (_, at) => {
    const x = 512 + (at - (count - 1) / 2) * 120
    return `<rect x="${x - 24}" y="700" width="48" height="190" rx="24" fill="${fill}"/>`
  })
  const arms = [-1, 1].map(
    (side) =>
      `<path d="M${512 + side * 200} 560L${512 + side * 400} ${560 + up}" stroke="${fill}" stroke-width="52" stroke-linecap="round"/>`,
  )
  return [...legs, ...arms].join('')
}
const mouth: Part = (seed) =>
  `<path d="M420 600Q512 ${between(randomOf(seed, 'mouth'), 560, 720)} 604 600" fill="none" stroke="#222" stroke-width="14" stroke-linecap="round"/>`
const spots: Part = (seed) => {
  const random = randomOf(seed, 'spots')
  const fill = pick(randomOf(seed, 'spot'), SKINS)
  return Array.from(
    { length: pick(random, [0, 3, 6, 9] as const) },
    () =>
      `<circle cx="${between(random, 380, 640)}" cy="${between(random, 620, 760)}" r="${between(random, 8, 30)}" fill="${fill}"/>`,
  ).join('')
}

/** A creature in another style than the figurines': flat, loud, without a base. The same seed is the same one. */
export const drawCreature = (seed: number): Promise<Buffer> => {
  const parts = [limbs, horns, body, spots, eyes, mouth].map((draw) => draw(seed)).join('')
  const ground = pick(randomOf(seed, 'ground'), GROUNDS)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024" width="${PIECE_SIDE}" height="${PIECE_SIDE}"><rect width="1024" height="1024" fill="${ground}"/>${parts}</svg>`
  return sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 1 }).toBuffer()
}
