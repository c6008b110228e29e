import type { ReadonlySignal } from '@preact/signals-core'
import { effect, signal, untracked } from '@preact/signals-core'
import type { CheckReport, VersionSummary } from '../../../shared/contract/index.ts'
import type { Panel } from '../panel.ts'

/** How often running checks are asked how far they are. Milliseconds. */
const AGAIN = 1500

/** What the proxy finds wrong with the version that would be trained on. */
export const createChecks = (
  { api, clock, attempt, proxy }: Pick<Panel, 'api' | 'clock' | 'attempt' | 'proxy'>,
  version: ReadonlySignal<VersionSummary | null>,
) => {
  /** Null: not known yet. */
  const report = signal<CheckReport | null>(null)
  const paramsOf = ({ dataset, number }: VersionSummary) => ({
    params: { id: dataset, version: String(number) },
  })
  let callOff = () => {}
  const look = async (of: VersionSummary): Promise<void> => {
    const answer = await api.checkVersion(paramsOf(of))
    if (version.peek() !== of) return
    report.value = answer.report
    if (answer.report.state === 'running')
      callOff = clock.after(AGAIN, () => attempt(() => look(of)))
  }
  return {
    report,
    /** Goes on where they broke off. */
    again: async (): Promise<void> => {
      const of = version.peek()
      if (of !== null) await look(of)
    },
    /** Trains in spite of what blocks; kept with the version. */
    accept: async (): Promise<void> => {
      const [of, known] = [version.peek(), report.peek()]
      if (of === null || known === null) return
      const codes = known.results
        .filter(({ level, accepted }) => level === 'blocking' && !accepted)
        .map(({ code }) => code)
      const answer = await api.trainAnyway({
        ...paramsOf(of),
        body: { codes: [...new Set(codes)] },
      })
      report.value = answer.report
    },
    /** Follows the version that is chosen. Returns the way to stop. */
    start: (): (() => void) => {
      const stop = effect(() => {
        const of = version.value
        callOff()
        untracked(() => {
          report.value = null
          if (of !== null && proxy.isConnected.value) attempt(() => look(of))
        })
      })
      return () => {
        stop()
        callOff()
      }
    },
  }
}
