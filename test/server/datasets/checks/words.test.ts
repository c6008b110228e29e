import sharp from 'sharp'
import { expect, it } from 'vitest'
import { systemClock } from '../../../../server/clock.ts'
import { createTextDetectors } from '../../../../server/sheets/read/create-text-detectors.ts'
import { createCleaners } from '../../../../server/sheets/run/create-cleaners.ts'
import { lettering } from '../../../sheets/generate/lettering.ts'
import { upload } from '../../upload.ts'
import { openDataset, pieceId } from '../open-dataset.ts'

const SIDE = 1024
const figure =
  '<rect width="1024" height="1024" fill="#dfe8f5"/><g stroke="#2b2320" stroke-width="8"><ellipse cx="512" cy="880" rx="240" ry="50" fill="#b9c08f"/><rect x="400" y="500" width="224" height="360" rx="50" fill="#3d8f5a"/><circle cx="512" cy="350" r="190" fill="#f0c8a8"/></g><circle cx="440" cy="350" r="22"/><circle cx="584" cy="350" r="22"/>'

/** A figurine as a piece, with words written over it. */
const drawPiece = (...words: string[]): Promise<Buffer> => {
  const written = words
    .map((text, at) => [lettering(text, 'fredoka', 60).d, 60 + at * 850] as const)
    .map(([d, y]) => `<path d="${d}" fill="#22304f" transform="translate(60 ${y})"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}">${figure}${written.join('')}</svg>`
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer()
}

it('two readers that work differently find words that were left in a piece, and none where there are none', async () => {
  const cleaners = createCleaners(1, systemClock)
  const { signal } = new AbortController()
  try {
    const read = async (picture: Buffer) =>
      Promise.all(
        createTextDetectors(cleaners).map(async ({ find }) =>
          (await find(picture, signal)).map(({ text, box }) => ({ text, y: Math.round(box.y) })),
        ),
      )
    expect(await read(await drawPiece())).toEqual([[], []])
    const [first, second] = await read(await drawPiece('Order 4711', 'FRONT'))
    for (const found of [first, second]) {
      expect(found!.map(({ text }) => text).join(' ')).toBe('Order 4711 FRONT')
      expect(found!.some(({ y }) => Math.abs(y - 70) < 30)).toBe(true)
    }
    await expect(read(Buffer.from('no picture'))).rejects.toThrow()
  } finally {
    await cleaners.close()
  }
}, 30_000)

it('a piece with a label in it is refused, one without is not', async () => {
  // Its own readers, as the proxy has them.
  const dataset = await openDataset({ textDetectors: undefined })
  const pictures = [await drawPiece('FRONT'), await drawPiece()]
  for (const [at, picture] of pictures.entries()) {
    const { id } = await upload(dataset, picture)
    await dataset.put(at + 1, { file: id, caption: `a nua_figurine_style figure ${at}` })
  }
  const look = async () => (await dataset.call('checkDataset', `${dataset.path}/checks`)).report
  await expect.poll(async () => (await look()).state, { timeout: 20_000 }).toBe('done')
  const found = (await look()).results.filter(({ code }) => code === 'text-left')
  expect(found).toMatchObject([
    { level: 'blocking', pieces: [{ id: pieceId(1), note: 'Reads “FRONT”.' }] },
  ])
}, 30_000)
