import type { ReadonlySignal } from '@preact/signals-core'
import { signal } from '@preact/signals-core'
import type { PictureRef } from '../../../shared/picture-ref.ts'
import type { Capabilities, EngineView, JobView } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { JobId } from '../../../shared/ids.ts'
import { isFinal } from '../../../shared/job.ts'
import type { Panel } from '../panel.ts'
import { pictureKey } from '../placeholder-store.ts'
import type { Picture } from './find-unplaced.ts'
import { placePicture } from './place-picture.ts'
import type { Press } from './press.ts'
import type { References } from './reference/create-references.ts'
import { retryRequest } from './retry-request.ts'
import { recipeOf } from './recipe-of.ts'
import type { SendingStore } from './sending.ts'
import type { ShownJobs } from './shown-jobs.ts'

export type JobActionsOptions = {
  readonly panel: Panel
  readonly press: Press
  readonly references: Pick<References, 'permit'>
  readonly sending: SendingStore
  readonly list: Pick<ShownJobs, 'sent' | 'shown'>
  readonly unplaced: ReadonlySignal<readonly Picture[]>
}

/** Where the engine is gone, the placeholder is there already, and its size counts. */
const ANY_SIZE = { width: 1024, height: 1024 }

/** What she can do about a job and its pictures. Each rejects with words for her. */
export const createJobActions = ({
  panel,
  press,
  references,
  sending,
  list,
  unplaced,
}: JobActionsOptions) => {
  const { api, pictures, models, canvas, jobs, placeholders, clock, proxy, report } = panel
  /** Pictures that were asked for once more. */
  const retried = signal<ReadonlySet<string>>(new Set())

  const engineOf = ({ engine }: JobView): EngineView | undefined =>
    proxy.status.value?.engines.find(({ id }) => id === engine)

  /** Of the job's own model where it is known, else of its engine. */
  const capabilitiesOf = (job: JobView): Capabilities | undefined =>
    models.known(job.model)?.capabilities ?? engineOf(job)?.capabilities

  const cancel = async (id: JobId): Promise<void> => {
    jobs.put([(await api.cancelJob({ params: { id } })).job])
  }

  const place = ({ job, output }: Picture): Promise<void> =>
    placePicture(
      { canvas, api, pictures, jobs, placeholders, panel: panel.id, clock, onError: report },
      job,
      output,
    )

  return {
    retried,
    capabilitiesOf,
    cancel,
    cancelAll: async (): Promise<void> => {
      const running = list.shown.value.filter((job) => !isFinal(job.state))
      const unsent = list.sent.value.map(({ request }) => request.id)
      await Promise.all([
        ...running.map((job) => cancel(job.id)),
        ...unsent.map((job) => sending.callOff(job)),
      ])
    },
    place,
    /** A picture once more beside the selection; one that this file still waits for, into its place. */
    placeAgain: async ({ job, output }: Picture): Promise<void> => {
      const isWaiting = placeholders.byKey.value.has(
        pictureKey({ job: job.id, index: output.index }),
      )
      if (job.document === panel.document && (isWaiting || !output.placed))
        return place({ job, output })
      await canvas.place({
        recipe: recipeOf(job, output),
        bytes: await pictures(output.file),
        mark: output.mark ?? null,
      })
    },
    /** She does not want the unplaced ones. They stay in the history. */
    dismissAll: async (): Promise<void> => {
      for (const { job, output } of unplaced.value) {
        const params = { id: job.id, index: String(output.index) }
        jobs.put([(await api.dismissOutput({ params, body: { dismissed: true } })).job])
      }
      await canvas.notify({ message: 'Dismissed. History keeps them.', error: false })
    },
    placeAll: async (): Promise<void> => {
      for (const picture of unplaced.value) await place(picture)
    },
    /**
     * A failed picture again: the same inputs, into the same placeholder. One that was made after all is placed, and
     * one that is on its way already is left alone: neither is paid for twice.
     */
    retry: async (picture: PictureRef): Promise<void> => {
      const job = jobs.jobs.value.get(picture.job)
      const run = job?.runs.find(({ index }) => index === picture.index)
      if (job === undefined || run === undefined)
        throw new AppError(
          'not_found',
          'The proxy does not know this draft. Draft the brief again.',
        )
      const output = job.outputs.find(({ index }) => index === picture.index)
      if (output !== undefined) return place({ job, output })
      const key = pictureKey(picture)
      const shape = capabilitiesOf(job)?.aspectRatios.find(
        ({ ratio }) => ratio === job.request.settings.aspectRatio,
      )
      const again = async () => {
        if (run.state !== 'failed' || retried.value.has(key)) return
        retried.value = new Set([...retried.value, key])
        // All pictures of a job have one size, which a reference may have decided.
        const size = job.outputs[0] ?? shape ?? ANY_SIZE
        await press(retryRequest(panel.newJobId(), job, run), size, { instead: [picture] })
      }
      if (job.request.reference === undefined) await again()
      else await references.permit('The reference of this draft', engineOf(job), again)
    },
    /** Selects a picture's frame and brings it into view. */
    reveal: async (picture: PictureRef): Promise<void> => {
      const { found } = await canvas.reveal(picture)
      if (!found)
        await canvas.notify({ message: 'This draft is no longer in the file.', error: false })
    },
  }
}
