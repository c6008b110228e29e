import { effect, signal, untracked } from '@preact/signals-core'
import type { CheckReport, CheckResult } from '../../../shared/contract/check-views.ts'
import type { Panel } from '../panel.ts'
import { sleep } from '../sleep.ts'
import type { Dataset } from './create-dataset.ts'

/** Milliseconds between two looks at checks that run. */
const PAUSE = 800

/** What would spoil a training on the dataset as it is now. */
export const createChecks = (
  { api, clock, report: complain }: Pick<Panel, 'api' | 'clock' | 'report'>,
  dataset: Dataset,
) => {
  const report = signal<CheckReport | null>(null)
  let current = new AbortController()

  /** One look, and another one after a while as long as they run. */
  const look = async (stop: AbortSignal): Promise<void> => {
    const id = dataset.view.peek()?.id
    if (id === undefined || stop.aborted) return
    const { report: found } = await api.checkDataset({ params: { id } })
    // A newer look has begun.
    if (stop !== current.signal) return
    report.value = found
    if (found.state !== 'running') return
    await sleep(clock, PAUSE, stop)
    await look(stop)
  }
  const begin = async (): Promise<void> => {
    current.abort()
    current = new AbortController()
    const { signal: mine } = current
    await sleep(clock, PAUSE, mine)
    await look(mine)
  }

  return {
    report,
    /** Checks whenever the dataset has changed, and has been left alone for a moment. Returns the way to stop. */
    watch: (isBusy: () => boolean): (() => void) => {
      const stopEffect = effect(() => {
        if (dataset.view.value?.revision === undefined || isBusy()) current.abort()
        else untracked(() => void begin().catch(complain))
      })
      return () => {
        stopEffect()
        current.abort()
      }
    },
    begin,
    /** Her word that these pieces are trained on all the same. */
    accept: async ({ pieces }: CheckResult): Promise<void> => {
      for (const { id } of pieces) {
        const piece = dataset.pieces.peek().find((one) => one.id === id)
        if (piece !== undefined && !piece.marks.includes('trainAnyway'))
          await dataset.change(piece, { marks: [...piece.marks, 'trainAnyway'] })
      }
    },
  }
}
export type Checks = ReturnType<typeof createChecks>
