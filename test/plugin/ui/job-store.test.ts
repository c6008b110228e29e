import { expect, test } from 'vitest'
import { createJobStore } from '../../../plugin/ui/job-store.ts'
import { startProxy } from '../../server/start-proxy.ts'
import { openDesk } from './open-desk.ts'

test('an answer that was overtaken by an event changes nothing', async () => {
  const { port, proxy, ended } = await startProxy()
  const { press, panel } = await openDesk({ port, token: proxy.token })
  const seen: Parameters<ReturnType<typeof createJobStore>['put']>[0][number][] = []
  const stop = panel.jobs.list.subscribe((jobs) => {
    if (jobs[0] !== undefined) seen.push(jobs[0])
  })
  await press('a cook')
  await ended(seen[0]!.id)
  stop()
  const final = (await panel.api.getJob({ params: { id: seen[0]!.id } })).job
  const store = createJobStore()
  store.put([final])
  store.put(seen.slice(0, 1))
  expect(seen[0]!.state).not.toBe('succeeded')
  expect(store.list.value).toEqual([final])
})
