import sharp from 'sharp'
import { ZipFile } from 'yazl'
import { buffer } from 'node:stream/consumers'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { drawSample } from './draw-sample.ts'
import { learnLook } from './look.ts'
import { versionId } from './models/model.ts'
import { openFake } from './open-fake.ts'

const Drawn = v.object({ output: v.tuple([v.string()]) })
const Trained = v.object({ output: v.object({ version: v.string() }) })

const piece = (background: string, line: string) =>
  sharp({ create: { width: 64, height: 64, channels: 3, background } })
    .composite([
      {
        input: { create: { width: 64, height: 8, channels: 3, background: line } },
        top: 20,
        left: 0,
      },
    ])
    .png()
    .toBuffer()

const zipOf = async (pieces: readonly Buffer[]): Promise<Buffer> => {
  const zip = new ZipFile()
  pieces.forEach((bytes, at) => {
    zip.addBuffer(bytes, `figurine_${at}.png`)
    zip.addBuffer(Buffer.from('a fox'), `figurine_${at}.txt`)
  })
  zip.end()
  return buffer(zip.outputStream)
}

/** The mean colour of a picture. */
const meanOf = async (picture: Uint8Array): Promise<number[]> =>
  (await sharp(picture).stats()).channels.slice(0, 3).map(({ mean }) => mean)

it('a trained version draws in the colours of its pieces, by its strength', async () => {
  const fake = await openFake({ draw: drawSample })
  const train = async (pieces: readonly Buffer[]) => {
    const file = await fake.client.files.create(await zipOf(pieces))
    const { id } = await fake.client.trainings.create(
      'ostris',
      'flux-dev-lora-trainer',
      versionId('ostris/flux-dev-lora-trainer'),
      {
        destination: 'maker/nua-empty',
        input: { input_images: file.urls.get, steps: 1500, autocaption: false },
      },
    )
    fake.clock.advance(4000)
    const done = await fake.client.trainings.get(id)
    expect(done).toMatchObject({ status: 'succeeded' })
    expect(done.logs).toContain('  -  Found 2 images')
    await fake.client.models.versions.list('maker', 'nua-empty')
    return v.parse(Trained, done).output.version
  }
  const draw = async (version: string, scale = 1) => {
    const { id } = await fake.client.predictions.create({
      version,
      input: { prompt: 'a knight', seed: 7, lora_scale: scale, output_format: 'png' },
    })
    fake.clock.advance(4000)
    const { output } = v.parse(Drawn, await fake.client.predictions.get(id))
    return Buffer.from(await (await fetch(output[0])).arrayBuffer())
  }
  const red = await train([await piece('#d05040', '#401010'), await piece('#e0a090', '#401010')])
  const blue = await train([await piece('#4050d0', '#101040'), await piece('#90a0e0', '#101040')])
  const [inRed, inBlue, without, base] = await Promise.all([
    draw(red),
    draw(blue),
    draw(blue, 0),
    draw('maker/nua-figurine:' + versionId('maker/nua-figurine second')),
  ])
  const [redMean, blueMean] = [await meanOf(inRed), await meanOf(inBlue)]
  expect(redMean[0]! - redMean[2]!).toBeGreaterThan(40)
  expect(blueMean[2]! - blueMean[0]!).toBeGreaterThan(40)
  expect(Buffer.compare(without, base)).toBe(0)
  expect(await draw(red)).toEqual(inRed)
  await fake.stop()
})

it('few steps learn little, and what is no picture teaches nothing', async () => {
  const image = await piece('#4050d0', '#101040')
  expect((await learnLook([image], 150))?.strength).toBeCloseTo(0.1)
  expect((await learnLook([image], 4000))?.strength).toBe(1)
  expect(await learnLook([Buffer.from('no picture')], 1000)).toBeNull()
})
