import { batch, effect, signal, untracked } from '@preact/signals-core'
import type { JobView } from '../../../../shared/contract/index.ts'
import type { ErrorCode } from '../../../../shared/errors.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { GenerateRequest } from '../../../../shared/generate-request.ts'
import type { JobId, SweepId } from '../../../../shared/ids.ts'
import { isFinal } from '../../../../shared/job.ts'
import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import { requestsOf } from '../../../../shared/sweep.ts'
import type { Drafting } from '../../draft/drafting.ts'
import { destinationOf } from '../../draft/reference/destination-of.ts'
import type { RequestFacts } from '../../models/request-facts.ts'
import type { Panel } from '../../panel.ts'
import { pictureKey } from '../../placeholder-store.ts'
import { wordsOf } from '../../words/words-of.ts'
import type { CellKnowledge, CellState } from './cell-states.ts'
import { cellStates } from './cell-states.ts'

/** Cells on their way at the same time, over all sweeps: other presses get in between, and a cancel stops most. */
const AT_ONCE = 6
/** What would befall the other cells, too. */
const GENERAL: readonly (ErrorCode | undefined)[] = [
  'over_budget',
  'no_credit',
  'bad_token',
  'engine_unavailable',
  'storage_full',
  'unauthorized',
  'bad_answer',
  'internal',
]
const CANCELED = 'Canceled before it was sent. Nothing was charged.'

export type SweepRunnerOptions = {
  readonly panel: Panel
  readonly drafting: Pick<Drafting, 'sending' | 'placed' | 'cancel'>
  readonly facts: RequestFacts
}

/** Sends the cells of sweeps, a few at a time, for as long as they have a place on the canvas. */
export const createSweepRunner = ({ panel, drafting, facts }: SweepRunnerOptions) => {
  const { canvas, jobs, placeholders, sweeps, proxy } = panel
  const { sending, placed } = drafting
  /** Why sweeps do not go on by themselves, in words. */
  const paused = signal<ReadonlyMap<SweepId, string>>(new Map())
  /** Sweeps of somebody else that go on in this panel. */
  const adopted = signal<ReadonlySet<SweepId>>(new Set())
  /** Cells that she canceled before they were sent: undo brings back their places, and not the wish. */
  const stopped = new Set<JobId>()
  /** Failed cells that a sweep was paused for already. */
  const heeded = new Set<JobId>()

  const know: CellKnowledge = {
    placeholder: (job) => placeholders.byKey.value.get(pictureKey({ job, index: 0 })),
    job: (job) => jobs.jobs.value.get(job),
    isSending: (job) => sending.list.value.has(job),
    isPlaced: (job) => placed.value.has(pictureKey({ job, index: 0 })),
  }
  const statesOf = (view: SweepView): readonly CellState[] => cellStates(view, know)

  /** Its reference, if it has one, may go where it is drawn over. */
  const mayBeSent = ({ sweep: { base } }: SweepView): boolean =>
    base.reference === undefined ||
    destinationOf(facts.engineOf(base), panel.origin) === null ||
    panel.consent.value === 'allowed'

  const goesOn = (view: SweepView): boolean =>
    (view.isMine || adopted.value.has(view.sweep.id)) &&
    !paused.value.has(view.sweep.id) &&
    mayBeSent(view)

  const pause = (id: SweepId, words: string): void => {
    paused.value = new Map(paused.value).set(id, words)
  }
  const failCell = async (job: JobId, message: string): Promise<void> => {
    const pictures = [{ job, index: 0 }]
    placeholders.mark(pictures, message)
    await canvas.fail({ pictures, message })
  }

  const send = async ({ sweep: { id } }: SweepView, request: GenerateRequest): Promise<void> => {
    try {
      await sending.send(request)
    } catch (error) {
      if (error instanceof AppError && !GENERAL.includes(error.code))
        await failCell(request.id, wordsOf(error))
      else pause(id, wordsOf(error))
    }
  }

  /** A cell that failed for a reason that would befall the next ones. */
  const bodes = ({ sweep }: SweepView): JobView | undefined =>
    sweep.jobs
      .filter((id) => !heeded.has(id))
      .map((id) => jobs.jobs.value.get(id))
      .find((job) => job?.state === 'failed' && GENERAL.includes(job.error.code))

  const settle = (): void => {
    const all = sweeps.value.map((view) => ({ view, states: statesOf(view) }))
    let room =
      AT_ONCE - all.flatMap(({ states }) => states.filter((state) => state === 'sent')).length
    if (!proxy.isConnected.value) return
    for (const { view, states } of all) {
      if (!states.includes('waiting') || !goesOn(view)) continue
      const bad = bodes(view)
      if (bad?.state === 'failed') {
        heeded.add(bad.id)
        untracked(() => pause(view.sweep.id, bad.error.message))
        continue
      }
      requestsOf(view.sweep).forEach((request, at) => {
        if (states[at] !== 'waiting') return
        if (stopped.has(request.id)) panel.attempt(() => failCell(request.id, CANCELED))
        else if (room > 0) {
          room -= 1
          untracked(() => panel.attempt(() => send(view, request)))
        }
      })
    }
  }

  return {
    statesOf,
    goesOn,
    /** Why a sweep does not go on, in words; null where it does, and where it waits for her. */
    whyPaused: (view: SweepView): string | null => paused.value.get(view.sweep.id) ?? null,
    /** Sends what was not sent, after a pause or in the place of who pressed it. */
    resume: ({ sweep: { id, jobs: ids } }: SweepView): void =>
      batch(() => {
        ids.forEach((job) => heeded.add(job))
        adopted.value = new Set([...adopted.value, id])
        paused.value = new Map([...paused.value].filter(([other]) => other !== id))
      }),
    /** Places without a picture go away, in one undo step; what is under way is canceled, what is drawn stays. */
    cancel: async (view: SweepView): Promise<void> => {
      const states = statesOf(view)
      const ids = view.sweep.jobs.filter((id, at) => {
        const job = jobs.jobs.value.get(id)
        return states[at] === 'waiting' || (states[at] === 'sent' && !(job && isFinal(job.state)))
      })
      ids.forEach((id) => stopped.add(id))
      const pictures = ids.map((job) => ({ job, index: 0 }))
      placeholders.remove(pictures)
      await canvas.release({ pictures })
      await Promise.all(
        ids.map(async (id) => {
          if (sending.list.value.has(id)) await sending.callOff(id)
          else if (jobs.jobs.value.has(id)) await drafting.cancel(id)
        }),
      )
    },
    /** Settles now and after every change. Returns the way to stop. */
    start: (): (() => void) => effect(settle),
  }
}
export type SweepRunner = ReturnType<typeof createSweepRunner>
