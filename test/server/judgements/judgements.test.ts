import { setTimeout as delay } from 'node:timers/promises'
import type { Sharp } from 'sharp'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { FileId } from '../../../shared/ids.ts'
import { openDataset, pieceId } from '../datasets/open-dataset.ts'
import type { StartedProxy } from '../start-proxy.ts'
import { startProxy, temporaryFolder } from '../start-proxy.ts'
import { upload } from '../upload.ts'
import { drawFigurine, figurine } from './draw-figurine.ts'

/** The fewest that can be compared with. */
const PIECES = [1, 2, 3, 4]

/** A frozen version of four figurines. */
const openVersion = async (data: string) => {
  const dataset = await openDataset({ data })
  for (const seed of PIECES) {
    const { id: file } = await upload(dataset, await drawFigurine(figurine(seed)))
    await dataset.put(seed, { file })
  }
  const { number, pieces } = await dataset.freeze()
  return { ...dataset, number, pieces }
}

const judgeOf = (proxy: StartedProxy, dataset: string, datasetVersion: number) => {
  const once = (files: readonly string[], colours: readonly string[] = []) =>
    proxy.call('judge', '/v1/judgements', { json: { dataset, datasetVersion, files, colours } })
  const all = async (files: readonly string[], colours?: readonly string[]) => {
    const fractions: number[] = []
    for (;;) {
      const answer = await once(files, colours)
      fractions.push(answer.fraction)
      if (answer.pending.length === 0) return { ...answer, fractions }
      await delay(50)
    }
  }
  return { once, all }
}

const send = async (proxy: StartedProxy, picture: Sharp): Promise<FileId> =>
  (await upload(proxy, await picture.png({ compressionLevel: 1 }).toBuffer())).id

it('finds the piece that a draft repeats, mirrored and as JPEG, and lets another figurine of the style pass', async () => {
  const data = temporaryFolder()
  const proxy = await openVersion(data)
  const judge = judgeOf(proxy, proxy.id, proxy.number)
  const mirrored = sharp(await drawFigurine(figurine(3))).flop()
  const copy = await send(proxy, sharp(await mirrored.jpeg({ quality: 70 }).toBuffer()))
  const other = await send(proxy, sharp(await drawFigurine(figurine(1004))))
  const recoloured = await send(
    proxy,
    sharp(await drawFigurine(figurine(1004))).modulate({ hue: 90, saturation: 1.6 }),
  )
  const gone = 'f'.repeat(64)

  const answer = await judge.all([copy, other, recoloured, gone], ['#e8d5c4', '#6b8f71'])
  expect(answer.judgements.map(({ file }) => file)).toEqual([copy, other, recoloured])
  const [ofCopy, ofOther, ofRecoloured] = answer.judgements
  expect(ofCopy?.copying).toMatchObject({
    nearest: { id: pieceId(3), name: 'figurine_03', file: proxy.pieces[2]?.file },
    mirrored: true,
    isTooClose: true,
  })
  expect(ofOther?.copying.isTooClose).toBe(false)
  expect(ofOther?.palette.isOff).toBe(false)
  expect(ofRecoloured?.palette.isOff).toBe(true)
  expect(ofRecoloured?.palette.distance).toBeGreaterThan(ofOther?.palette.distance ?? Infinity)
  expect(ofOther?.palette.fromColours).toBeGreaterThan(0)
  expect(answer.palette.length).toBeGreaterThan(3)
  expect(answer.failed).toEqual([
    { file: gone, message: 'This picture is not on the proxy any more.' },
  ])
  expect(answer.fractions.at(-1)).toBe(1)
  expect(answer.fractions).toEqual(answer.fractions.toSorted((a, b) => a - b))

  // What was looked at once is kept: another proxy over the same folder knows it.
  await proxy.stop()
  const again = await startProxy({ data })
  const known = await judgeOf(again, proxy.id, proxy.number).once([copy, other, recoloured])
  expect(known.judgements.map(({ copying }) => copying)).toEqual(
    answer.judgements.map(({ copying }) => copying),
  )
  expect(known.judgements.map(({ palette }) => palette.fromColours)).toEqual([null, null, null])
}, 300_000)

it('compares with what was trained on only, and says when that is too little', async () => {
  const proxy = await openDataset()
  for (const seed of PIECES) await proxy.put(seed, { heldOut: seed === 4 })
  const { number, pieces } = await proxy.freeze()
  const response = await proxy.request('/v1/judgements', {
    json: { dataset: proxy.id, datasetVersion: number, files: [pieces[0]?.file] },
  })
  expect(response.status).toBe(409)
  expect(await response.text()).toContain('was trained on 3 pieces. The check needs at least 4')
  const missing = await proxy.request('/v1/judgements', {
    json: { dataset: proxy.id, datasetVersion: 9, files: [pieces[0]?.file] },
  })
  expect(missing.status).toBe(404)
})
