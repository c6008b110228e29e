import { setTimeout as delay } from 'node:timers/promises'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { CheckReport } from '../../../../shared/contract/index.ts'
import type { TextDetector } from '../../../../server/datasets/checks/text-detector.ts'
import { createScriptedEngine } from '../../../fakes/scripted-engine.ts'
import { jobRequest } from '../../job-request.ts'
import { upload } from '../../upload.ts'
import { COPIES } from './change-picture.ts'
import { openDataset, pieceId } from '../open-dataset.ts'
import { BRIEFS, drawFigurine } from './draw-figurine.ts'

type Opened = Awaited<ReturnType<typeof openDataset>>

/** Adds a picture as a piece. */
const add = async (
  dataset: Opened,
  number: number,
  bytes: Uint8Array,
  changes: Parameters<Opened['put']>[1] = {},
) => {
  const { id } = await upload(dataset, bytes)
  await dataset.put(number, {
    file: id,
    caption: `a nua_figurine_style figurine of ${BRIEFS[number - 1] ?? 'somebody'}`,
    ...changes,
  })
}

/** As soon as they are done. */
const check = async ({ call, path }: Opened, of = ''): Promise<CheckReport> => {
  for (;;) {
    const { report } = await call('checkDataset', `${path}${of}/checks`)
    expect(report.state).not.toBe('failed')
    if (report.state === 'done') return report
    await delay(20)
  }
}

const told = ({ results }: CheckReport) => results.map(({ code, level }) => `${level}: ${code}`)

describe('the checks of a dataset', { timeout: 30_000 }, () => {
  it('look at every picture in the background, and say what is wrong with which', async () => {
    const dataset = await openDataset()
    for (const [at, brief] of BRIEFS.slice(0, 6).entries())
      await add(dataset, at + 1, await drawFigurine(brief))
    const first = await drawFigurine(BRIEFS[0]!)
    await add(dataset, 7, await sharp(first).flop().png().toBuffer())
    await add(dataset, 8, await drawFigurine(BRIEFS[7]!), { aiShare: 0.2, caption: 'a figurine' })
    await add(
      dataset,
      9,
      await sharp(await drawFigurine(BRIEFS[8]!))
        .blur(4)
        .png()
        .toBuffer(),
    )
    const early = (await dataset.call('checkDataset', `${dataset.path}/checks`)).report
    expect(early).toMatchObject({ state: 'running', total: 18, trainable: false })
    const report = await check(dataset)
    expect(report).toMatchObject({ done: 18, total: 18, trainable: false })
    expect(told(report)).toEqual([
      'blocking: ai-share',
      'blocking: trigger',
      'blocking: near-duplicate',
      'warning: count',
      'warning: caption-length',
      'warning: blur',
      // They are drawn with one seed.
      'warning: same-background',
    ])
    const piecesOf = (code: string) => report.results.find((one) => one.code === code)?.pieces
    expect(piecesOf('near-duplicate')).toEqual([
      {
        id: pieceId(7),
        name: 'figurine_07',
        note: 'A mirror image of figurine_01.',
        other: pieceId(1),
      },
    ])
    expect(piecesOf('blur')).toMatchObject([{ name: 'figurine_09' }])
    expect(piecesOf('ai-share')).toMatchObject([{ name: 'figurine_08' }])
  })

  it('look at a picture once, with every detector, also after a restart', async () => {
    const looked: string[] = []
    const detector = (id: string, text: string): TextDetector => ({
      id,
      find: () => {
        looked.push(id)
        return Promise.resolve([{ text, box: { x: 1, y: 2, w: 3, h: 4 }, confidence: 0.8 }])
      },
    })
    const textDetectors = [detector('one', 'Order 4711'), detector('two', '4711')]
    const dataset = await openDataset({ textDetectors })
    await dataset.put(1)
    await dataset.put(2, { caption: 'a nua_figurine_style figurine that sleeps in red' })
    const found = (await check(dataset)).results.find(({ code }) => code === 'text-left')
    expect(found).toMatchObject({
      level: 'blocking',
      pieces: [{ note: 'Reads “Order 4711”.' }, { note: 'Reads “Order 4711”.' }],
    })
    expect(looked).toEqual(['one', 'two', 'one', 'two'])
    await dataset.put(1, { caption: 'a nua_figurine_style figurine that runs in the rain' }, 1)
    await check(dataset)
    await dataset.stop()
    await check(await openDataset({ textDetectors, data: dataset.data }))
    expect(looked).toHaveLength(4)
  })

  it('find a reference photo among the pieces, also when it was cropped', async () => {
    const engine = createScriptedEngine({ referenceUses: ['likeness', 'follow'] })
    const dataset = await openDataset({ engines: [engine] })
    const [photo, sketch] = [await drawFigurine(BRIEFS[1]!), await drawFigurine(BRIEFS[2]!)]
    for (const [bytes, use] of [
      [photo, 'likeness'],
      [sketch, 'follow'],
    ] as const) {
      const { id } = await upload(dataset, bytes)
      await dataset.create(jobRequest({ reference: { file: id, use, strength: 0.5 } }))
    }
    await add(dataset, 1, await drawFigurine(BRIEFS[0]!))
    await add(dataset, 2, await COPIES.cropped!(photo))
    await add(dataset, 3, sketch)
    const photos = (await check(dataset)).results.filter(({ code }) => code === 'customer-photo')
    expect(photos).toMatchObject([
      { level: 'blocking', pieces: [{ id: pieceId(2) }] },
      { level: 'warning', pieces: [{ id: pieceId(3) }] },
    ])
  })

  it('of a version are of what was frozen; training anyway is kept with it', async () => {
    const dataset = await openDataset()
    for (const number of [1, 2]) await add(dataset, number, await drawFigurine(BRIEFS[number - 1]!))
    await dataset.freeze()
    await dataset.put(3, { aiShare: 1 })
    const report = await check(dataset, '/versions/1')
    expect(told(report)).toEqual(['blocking: count'])
    expect(report.trainable).toBe(false)
    const url = `${dataset.path}/versions/1/train-anyway`
    const { trainAnyway } = await dataset.call('trainAnyway', url, { json: { codes: ['count'] } })
    expect(trainAnyway).toMatchObject([{ code: 'count', by: 'owner' }])
    expect(await check(dataset, '/versions/1')).toMatchObject({
      trainable: true,
      results: [{ code: 'count', accepted: true }],
    })
    const { version } = await dataset.call('getVersion', `${dataset.path}/versions/1`)
    expect(version.trainAnyway).toEqual(trainAnyway)
    expect((await check(dataset)).trainable).toBe(false)
    const nowhere = { json: { codes: ['count'] } }
    const refused = await dataset.refusal(`${dataset.path}/versions/9/train-anyway`, nowhere)
    expect(refused).toMatchObject({ status: 404 })
  })

  it('end at once when the proxy stops, and say nothing of it', async () => {
    const dataset = await openDataset()
    for (const [at, brief] of BRIEFS.slice(0, 5).entries())
      await add(dataset, at + 1, await drawFigurine(brief))
    await dataset.call('checkDataset', `${dataset.path}/checks`)
    await dataset.stop()
    expect(dataset.logged.filter((line) => line.includes('broke off'))).toEqual([])
  })
})
