import { setTimeout } from 'node:timers/promises'
import type { Api } from '../../plugin/ui/proxy/create-api.ts'
import { readEvents } from '../../plugin/ui/proxy/read-events.ts'
import type { JobView, OutputView } from '../../shared/contract/index.ts'
import type { DocumentId } from '../../shared/ids.ts'
import { newPanelId } from '../server/job-request.ts'
import type { Canvas } from './canvas.ts'
import { placeOf } from './canvas.ts'

type Options = {
  readonly document: DocumentId
  readonly canvas: Canvas
  /** From 0 to 1. */
  readonly random: () => number
}

/** How often she closes the panel while it has claimed a picture and not yet placed it. */
const CLOSED = 0.03
const PAUSE = 20

/**
 * A panel that outlives many lives of the proxy: it knows jobs from the event stream alone, and collects what is
 * finished.
 */
export const createPanel = ({ document, canvas, random }: Options) => {
  const jobs = new Map<string, JobView>()
  let panel = newPanelId()
  let lastEventId: string | null = null
  let isListening = false
  let trouble: unknown = null

  const follow = async (api: Api, signal: AbortSignal): Promise<void> => {
    const body = await api.events(document, lastEventId, signal)
    await readEvents(
      body,
      (event, id) => {
        lastEventId = id ?? lastEventId
        if (event.type === 'ready') isListening = true
        if (event.type === 'job') jobs.set(event.job.id, event.job)
      },
      () => undefined,
    )
  }

  const bring = async (api: Api, job: JobView, output: OutputView): Promise<void> => {
    const place = placeOf(job, output)
    const params = { id: job.id, index: String(output.index) }
    if (!canvas.filled.has(place)) {
      const claim = await api.claimOutput({ params, body: { panel } })
      canvas.hear(place, panel, claim)
      // Another panel may have filled it meanwhile.
      if (!claim.granted || canvas.filled.has(place)) return
      if (random() < CLOSED) {
        panel = newPanelId()
        return
      }
      canvas.fill(place, output, await api.download(output.file))
    }
    await api.placeOutput({ params, body: { panel } })
  }

  const collect = async (api: Api): Promise<void> => {
    for (const job of jobs.values())
      for (const output of job.outputs) if (!output.placed) await bring(api, job, output)
  }

  /** The proxy may be killed in the middle of anything; it is asked again in a moment, or in its next life. */
  const repeat = async (work: () => Promise<void>, signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await work().catch((error: unknown) => (trouble = error))
      await setTimeout(PAUSE)
    }
  }

  return {
    jobs,
    /** From now on it misses nothing. */
    isListening: () => isListening,
    /** What went wrong last. */
    trouble: () => trouble,
    /** Works until the signal aborts: the proxy has died. */
    live: async (api: Api, signal: AbortSignal): Promise<void> => {
      await Promise.all([
        repeat(() => follow(api, signal), signal),
        repeat(() => collect(api), signal),
      ])
    },
  }
}
export type Panel = ReturnType<typeof createPanel>
