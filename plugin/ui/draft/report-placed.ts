import type { PictureRef } from '../../../shared/picture-ref.ts'
import type { PanelId } from '../../../shared/ids.ts'
import { backoff } from '../backoff.ts'
import type { Clock } from '../clock.ts'
import type { JobStore } from '../job-store.ts'
import type { Api } from '../proxy/create-api.ts'
import { isPassing } from './is-passing.ts'

export type ReportOptions = {
  readonly api: Pick<Api, 'placeOutput'>
  readonly jobs: JobStore
  readonly panel: PanelId
  readonly clock: Clock
}

/** Tells the proxy that a picture is on the canvas, until it has heard. A refusal ends it, and is reported. */
export const reportPlaced = async (
  options: ReportOptions,
  { job, index }: PictureRef,
  onError: (error: unknown) => void,
  failures = 0,
): Promise<void> => {
  try {
    const answer = await options.api.placeOutput({
      params: { id: job, index: String(index) },
      body: { panel: options.panel },
    })
    options.jobs.put([answer.job])
  } catch (error) {
    if (!isPassing(error)) return onError(error)
    options.clock.after(backoff(failures + 1), () => {
      void reportPlaced(options, { job, index }, onError, failures + 1)
    })
  }
}
