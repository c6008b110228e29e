import sharp from 'sharp'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { FileId } from '../../../shared/ids.ts'
import { jobRequest } from '../job-request.ts'
import { picture } from '../pictures.ts'
import { upload } from '../upload.ts'
import { openReplicate, TOKEN } from './open-replicate.ts'

/** Each a secret of hers, in another part of a photo's file. */
const SECRETS = {
  camera: 'CANARY-CAMERA',
  place: 'CANARY-PLACE',
  description: 'CANARY-XMP',
  comment: 'CANARY-COMMENT',
} as const
const TRACES = [...Object.values(SECRETS), 'Exif', 'xmpmeta', 'ICC_PROFILE']

const comment = (text: string): Buffer => {
  const segment = Buffer.from([0xff, 0xfe, 0, text.length + 2])
  return Buffer.concat([segment, Buffer.from(text, 'latin1')])
}

/** A telephone's photo: 600 × 400 pixels as stored, to be seen upright, blue above red; full of what it knows. */
const telephonePhoto = async (): Promise<Buffer> => {
  const photo = await sharp({
    create: { width: 600, height: 400, channels: 3, background: '#2040e0' },
  })
    .composite([
      {
        input: { create: { width: 300, height: 400, channels: 3, background: '#e03020' } },
        left: 300,
        top: 0,
      },
    ])
    .jpeg()
    .withExif({
      IFD0: { Make: SECRETS.camera },
      IFD3: {
        GPSLatitude: '48/1 51/1 30/1',
        GPSLatitudeRef: 'N',
        GPSMapDatum: SECRETS.place,
      },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${SECRETS.description}"/></rdf:RDF></x:xmpmeta>`,
    )
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .toBuffer()
  return Buffer.concat([photo.subarray(0, 2), comment(SECRETS.comment), photo.subarray(2)])
}

const Run = v.object({ input: v.object({ image: v.string(), prompt_strength: v.number() }) })

/** The picture that a run of the fake was given, byte for byte. */
const received = async (url: string, id: string): Promise<Buffer> => {
  const headers = { authorization: `Bearer ${TOKEN}` }
  const response = await fetch(`${url}/v1/predictions/${id}`, { headers })
  const { image } = v.parse(Run, await response.json()).input
  return Buffer.from(image.split(',')[1] ?? '', 'base64')
}

const following = (file: FileId, strength = 0.6) =>
  jobRequest({ reference: { file, use: 'follow', strength } })

describe('a customer’s photo as a reference', () => {
  it('leaves the proxy as pixels, upright, and nothing else of it does', async () => {
    const { fake, url, start } = await openReplicate()
    const proxy = await start()
    const photo = await telephonePhoto()
    for (const trace of TRACES) expect(photo.includes(trace), trace).toBe(true)
    const { id } = await proxy.create(following((await upload(proxy, photo)).id))
    expect(await proxy.ended(id)).toMatchObject({
      state: 'succeeded',
      outputs: [{ width: 688, height: 1024 }],
    })

    const sent = await received(url, fake.ledger[0]!.id)
    for (const trace of TRACES) expect(sent.includes(trace), trace).toBe(false)
    const { width, height, orientation, comments } = await sharp(sent).metadata()
    expect({ width, height, orientation, comments }).toEqual({ width: 688, height: 1024 })
    const { data, info } = await sharp(sent).raw().toBuffer({ resolveWithObject: true })
    const [redAbove, , blueAbove] = data
    const [redBelow, , blueBelow] = data.subarray(data.length - info.channels)
    expect(blueAbove! - redAbove!).toBeGreaterThan(100)
    expect(redBelow! - blueBelow!).toBeGreaterThan(100)
  })

  it('goes out once for each picture, the same each time', async () => {
    const { fake, url, start } = await openReplicate()
    const proxy = await start()
    const { id: file } = await upload(proxy, await telephonePhoto())
    const { id } = await proxy.create({ ...following(file), count: 2 })
    await proxy.ended(id)
    const [first, second, ...more] = await Promise.all(
      fake.ledger.map((run) => received(url, run.id)),
    )
    expect(more).toEqual([])
    expect(first!.equals(second!)).toBe(true)
  })
})

describe('a job with a reference', () => {
  it('is finished with it by a proxy that is started again', async () => {
    const { fake, url, start } = await openReplicate({ timing: { startMs: 200, runMs: 200 } })
    const first = await start()
    const { id: file } = await upload(first, await picture('png', { width: 300, height: 200 }))
    const { id } = await first.create(following(file))
    await first.until(id, ({ runs }) => runs[0]!.state === 'running')
    await first.stop()

    const second = await start({ data: first.data })
    expect(await second.ended(id)).toMatchObject({
      state: 'succeeded',
      request: { reference: { file, use: 'follow', strength: 0.6 } },
      outputs: [{ width: 1024, height: 688 }],
    })
    expect(fake.ledger).toHaveLength(1)
    const sent = await received(url, fake.ledger[0]!.id)
    expect(await sharp(sent).metadata()).toMatchObject({ width: 1024, height: 688 })
  })
})
