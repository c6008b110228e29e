import { expect, it } from 'vitest'
import { TrainingStage } from '../../../shared/contract/index.ts'
import type { Read } from '../event-reader.ts'
import { isReady, readEvents } from '../event-reader.ts'
import { jobRequest, newDocumentId } from '../job-request.ts'
import { openTraining } from './open-training.ts'

const trainingsOf = (reads: readonly Read[]) =>
  reads.flatMap((read) =>
    typeof read === 'object' && read.event.type === 'training'
      ? [{ id: read.id, training: read.event.training }]
      : [],
  )
const hasEnded = (read: Read): boolean =>
  trainingsOf([read]).some(({ training }) => training.state === 'succeeded')

it('the event stream of any document tells of a training as it goes, and can be resumed', async () => {
  const { proxy, request, create, get } = await openTraining({
    timing: { startMs: 20, runMs: 1200 },
  })
  const query = `?document=${newDocumentId()}`
  const { until, close } = await readEvents(proxy, { query })
  const { id } = await create(request())
  const seen = trainingsOf(await until(hasEnded))
  await close()
  expect(seen.at(-1)!.training).toEqual(await get(id))
  const stages = [...new Set(seen.map(({ training }) => training.progress.stage))]
  // A slow machine may miss some of them.
  expect(stages).toEqual(TrainingStage.options.filter((stage) => stages.includes(stage)))
  expect(stages).toEqual(expect.arrayContaining(['preparing', 'training', 'saving']))
  const steps = seen.flatMap(({ training }) => training.progress.step ?? [])
  expect(steps).toEqual([...steps].sort((a, b) => a - b))
  const kept = seen.flatMap((read) => (read.id === null ? [] : [Number(read.id)]))
  expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b))

  const job = await proxy.create(jobRequest({ engine: 'sample' }))
  await proxy.ended(job.id)
  const again = await readEvents(proxy, { lastEventId: String(kept.at(-2)) })
  const missed = await again.until(isReady)
  expect(trainingsOf(missed).map(({ training }) => training.state)).toEqual(['succeeded'])
  expect(missed.some((read) => typeof read === 'object' && read.event.type === 'job')).toBe(true)
})
