import type { JobView, OutputView, RunView } from '../../shared/contract/index.ts'
import type { Run } from '../../shared/job.ts'
import { isFinal, isRunFinal } from '../../shared/job.ts'
import type { Engines } from '../engines/registry.ts'
import { costOfJob } from './charges.ts'
import type { JobRecord } from './job-record.ts'
import type { Live, LiveProgress } from './live-progress.ts'
import type { Picture, PictureStore } from './picture-store.ts'
import type { JobStore } from './store.ts'
import { wordingOf } from './wording-of.ts'

type Options = {
  readonly store: JobStore
  readonly pictures: PictureStore
  readonly live: LiveProgress
  readonly engines: Engines
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** The mean over the pictures; null while nothing is known of any. */
const meanFraction = (runs: readonly RunView[]): number | null =>
  runs.every((run) => run.fraction === null)
    ? null
    : runs.reduce((sum, run) => sum + (run.fraction ?? 0), 0) / runs.length

const runView = (run: Run, live: Live | null): RunView => ({
  index: run.index,
  seed: run.seed,
  state: run.state,
  fraction: isRunFinal(run) ? 1 : (live?.fraction ?? null),
  error: run.state === 'failed' ? run.error : null,
})

const outputs = (job: JobRecord, finished: readonly Picture[]): OutputView[] =>
  finished.flatMap((picture) => {
    const run = job.progress.runs[picture.index]
    if (run?.state !== 'succeeded') return []
    return {
      ...run.output,
      index: run.index,
      ...wordingOf(job, run.index),
      seed: run.seed,
      finishedAt: iso(picture.finishedAt),
      placed: picture.placedAt !== null,
      mark: picture.mark,
      dismissed: picture.dismissedAt !== null,
    }
  })

/** Turns a stored job into what everybody sees of it. */
export const createJobView = ({ store, pictures, live, engines }: Options) => {
  const secondsPerPicture = (job: JobRecord): number | null =>
    job.plan.seconds ??
    engines.views().find(({ id }) => id === job.plan.engine)?.capabilities.secondsPerPicture ??
    null

  const secondsLeft = (job: JobRecord, picturesAhead: number): number | null => {
    if (isFinal(job.progress.state)) return null
    const usual = secondsPerPicture(job)
    if (usual === null) return null
    const { runs } = job.progress
    const rounds = Math.ceil((picturesAhead + runs.length) / engines.atOnce(job.plan.engine))
    if (job.progress.state === 'queued') return rounds * usual
    const left = runs
      .filter((run) => !isRunFinal(run))
      .map((run) => live.get(job.id, run.index)?.secondsLeft ?? usual)
    return Math.max(0, ...left)
  }

  return (job: JobRecord): JobView => {
    const { progress, plan } = job
    const runs = progress.runs.map((run) => runView(run, live.get(job.id, run.index)))
    const notes = (isRunning: boolean) =>
      progress.runs
        .filter((run) => !isRunFinal(run) && (run.state === 'running') === isRunning)
        .map((run) => live.get(job.id, run.index)?.note ?? null)
    // Why a picture does not begin matters more than what another one does.
    const note = [...notes(false), ...notes(true)].find((one) => one !== null) ?? null
    const ahead = progress.state === 'queued' ? store.ahead(job) : null
    const common = {
      id: job.id,
      document: job.document,
      request: job.request,
      prompt: plan.prompt,
      style: plan.style,
      version: plan.version,
      engine: plan.engine,
      model: plan.model,
      progress: {
        fraction: meanFraction(runs),
        ahead: ahead?.jobs ?? null,
        secondsLeft: secondsLeft(job, ahead?.pictures ?? 0),
        note,
      },
      runs,
      outputs: outputs(job, pictures.list(job.id)),
      warnings: [...progress.warnings],
      cost: costOfJob(job),
      createdAt: iso(job.createdAt),
      finishedAt: job.finishedAt === null ? null : iso(job.finishedAt),
      pressedBy: job.pressedBy,
      sequence: job.sequence,
    }
    return progress.state === 'failed'
      ? { ...common, state: 'failed', error: progress.error }
      : { ...common, state: progress.state }
  }
}
export type ToJobView = ReturnType<typeof createJobView>
