import { rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jobRequest } from '../job-request.ts'
import { picture } from '../pictures.ts'
import type { StartedProxy } from '../start-proxy.ts'
import { startProxy } from '../start-proxy.ts'
import { upload } from '../upload.ts'

const SLOW = { config: { sampleSeconds: 0.3 } } as const

const follow = async (proxy: StartedProxy, strength: number) => {
  const { id: file } = await upload(proxy, await picture('png', { width: 90, height: 120 }))
  const reference = { file, use: 'follow', strength } as const
  return { file, job: await proxy.create(jobRequest({ reference, settings: { seed: 5 } })) }
}

describe('a job of the sample engine with a reference', () => {
  it('has its size and shows it, without a warning', async () => {
    const proxy = await startProxy()
    const [close, free] = await Promise.all(
      [0.1, 0.9].map(async (one) => proxy.ended((await follow(proxy, one)).job.id)),
    )
    for (const job of [close!, free!])
      expect(job).toMatchObject({ warnings: [], outputs: [{ width: 768, height: 1024 }] })
    expect(close!.outputs[0]!.file).not.toBe(free!.outputs[0]!.file)
  })

  it('is finished with it by a proxy that is started again, to the same bytes', async () => {
    const first = await startProxy(SLOW)
    const { job: cut } = await follow(first, 0.4)
    await first.stop()
    const second = await startProxy({ data: first.data })
    const { state, outputs } = await second.ended(cut.id)
    expect(state).toBe('succeeded')
    const whole = await second.ended((await follow(second, 0.4)).job.id)
    expect(outputs[0]!.file).toBe(whole.outputs[0]!.file)
  })

  it('is refused in words when the file is damaged', async () => {
    const proxy = await startProxy()
    const { id: file } = await upload(proxy, await picture())
    truncateSync(join(proxy.data, 'files', file.slice(0, 2), file), 30)
    const json = jobRequest({ reference: { file, use: 'follow', strength: 0.4 } })
    expect(await proxy.refusal('/v1/jobs', { json })).toMatchObject({
      code: 'invalid_request',
      message: 'The reference picture is damaged. Select it again; nothing was started.',
      details: { setting: 'reference' },
    })
  })

  it('fails in words, and costs nothing, when its file is lost meanwhile', async () => {
    const proxy = await startProxy(SLOW)
    const { file, job } = await follow(proxy, 0.4)
    rmSync(join(proxy.data, 'files', file.slice(0, 2), file))
    expect(await proxy.ended(job.id)).toMatchObject({
      state: 'failed',
      error: {
        charged: 'no',
        message:
          'The reference is not on the proxy any more. Nothing was charged. Select it again.',
      },
    })
  })
})
