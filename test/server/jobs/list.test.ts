import type * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { contract } from '../../../shared/contract/index.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { jobRequest, newDocumentId, newJobId } from '../job-request.ts'
import type { StartedProxy } from '../start-proxy.ts'
import { startProxy } from '../start-proxy.ts'

const create = async ({ create }: StartedProxy, count: number, document = newDocumentId()) => {
  const ids = []
  for (let made = 0; made < count; made += 1) ids.push((await create(jobRequest({ document }))).id)
  return { ids, document }
}

describe('the list of jobs', () => {
  it('is newest first, a page at a time, also while new ones come in', async () => {
    const proxy = await startProxy({ engines: [createScriptedEngine()] })
    const { ids } = await create(proxy, 7)
    const seen = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: v.InferOutput<typeof contract.listJobs.response> = await proxy.call(
        'listJobs',
        `/v1/jobs?limit=3${cursor && `&cursor=${cursor}`}`,
      )
      seen.push(page.jobs.map(({ id }) => id))
      cursor = page.next
      if (seen.length === 1) await create(proxy, 1)
    }
    const newest = [...ids].reverse()
    expect(seen).toEqual([newest.slice(0, 3), newest.slice(3, 6), newest.slice(6)])
  })

  it('has no next page when it is just full', async () => {
    const proxy = await startProxy({ engines: [createScriptedEngine()] })
    await create(proxy, 3)
    expect((await proxy.call('listJobs', '/v1/jobs?limit=3')).next).toBeNull()
  })

  it('can be of a document, of a state, of ids, and of all three', async () => {
    const proxy = await startProxy({ engines: [createScriptedEngine()] })
    const mine = await create(proxy, 3)
    const other = await create(proxy, 1)
    const canceled = mine.ids[1]!
    await proxy.cancel(canceled)
    const list = async (query: string) =>
      (await proxy.call('listJobs', `/v1/jobs?${query}`)).jobs.map(({ id }) => id)
    expect(await list(`document=${mine.document}`)).toEqual([...mine.ids].reverse())
    expect(await list('state=canceled')).toEqual([canceled])
    expect(await list(`ids=${mine.ids[0]},${other.ids[0]},${newJobId()}`)).toEqual([
      other.ids[0],
      mine.ids[0],
    ])
    const all = `document=${mine.document}&state=canceled&ids=${mine.ids.join(',')}`
    expect(await list(all)).toEqual([canceled])
    expect(await list(`document=${other.document}&state=canceled`)).toEqual([])
  })
})
