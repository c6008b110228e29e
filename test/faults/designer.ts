import { setTimeout } from 'node:timers/promises'
import type { Api } from '../../plugin/ui/proxy/create-api.ts'
import type { GenerateRequest } from '../../shared/generate-request.ts'
import type { DocumentId } from '../../shared/ids.ts'
import { isFinal } from '../../shared/job.ts'
import type { FakeReplicate } from '../fakes/replicate/create-fake-replicate.ts'
import { RUN_ERRORS } from '../fakes/replicate/run-errors.ts'
import { jobRequest } from '../server/job-request.ts'
import type { KillPoint } from './kill-points.ts'
import type { Panel } from './panel.ts'

/** Seconds that each run says it took. */
export const PREDICT_TIME = 4

const PAUSE = 20
/** Of all runs, and of all jobs. */
const FAILED = 0.06
const CANCELED = 0.05

type Options = {
  readonly document: DocumentId
  readonly fake: FakeReplicate
  /** Tells her what became of her jobs. */
  readonly panel: Panel
  /** From 0 to 1. */
  readonly random: () => number
}

/** Presses the button, once and for all: what a dead proxy did not take is sent again as it was. */
export const createDesigner = ({ document, fake, panel, random }: Options) => {
  const requests: GenerateRequest[] = []
  const toCancel = new Set<string>()
  const taken = new Set<string>()
  let briefs = 0
  let trouble: unknown = null

  const plan = (point: KillPoint | null): GenerateRequest[] => {
    const brief = `figurine ${(briefs += 1)}`
    const count = 1 + Math.floor(2 * random())
    const isCanceled = point !== null && (point === 'canceled' || random() < CANCELED)
    const twins = isCanceled || random() < 0.6 ? 1 : 2 + Math.floor(2 * random())
    const settings = twins === 1 ? {} : { seed: briefs }
    const presses = Array.from({ length: twins }, () =>
      jobRequest({ brief, count, settings, document }),
    )
    if (isCanceled) presses.forEach(({ id }) => toCancel.add(id))
    return presses
  }

  /** Presses for one job, or for several identical ones; without a point, for some that go well. */
  const press = (point: KillPoint | null): void => {
    const presses = plan(point)
    requests.push(...presses)
    for (const { count } of presses)
      for (let run = 0; run < count; run += 1) {
        const fails = point !== null && (point === 'failing' || random() < FAILED)
        fake.script.run({
          predictTime: PREDICT_TIME,
          ...(fails && { outcome: { fail: RUN_ERRORS.cuda } }),
        })
      }
  }

  const isOver = ({ id }: GenerateRequest): boolean => {
    const job = panel.jobs.get(id)
    return job !== undefined && isFinal(job.state)
  }

  const send = async (api: Api): Promise<void> => {
    await Promise.all(
      requests
        .filter(({ id }) => !taken.has(id))
        .map(async (body) => {
          await api.createJob({ body })
          taken.add(body.id)
        }),
    )
    for (const { id } of requests)
      if (toCancel.has(id) && panel.jobs.get(id)?.state === 'running')
        await api.cancelJob({ params: { id } })
  }

  return {
    requests,
    canceled: toCancel,
    press,
    /** What went wrong last. */
    trouble: () => trouble,
    /** Everything that she pressed for has come to its end. */
    isDone: (): boolean => requests.every(isOver),
    /** Sends what is not taken yet, and always has something new of this life under way where there is a
     * point to come to, until the signal aborts. */
    live: async (api: Api, point: KillPoint | null, signal: AbortSignal): Promise<void> => {
      const earlier = requests.length
      while (!signal.aborted) {
        if (point !== null && requests.slice(earlier).every(isOver)) press(point)
        await send(api).catch((error: unknown) => (trouble = error))
        await setTimeout(PAUSE)
      }
    },
  }
}
export type Designer = ReturnType<typeof createDesigner>
