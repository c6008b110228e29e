import { computed, effect, signal } from '@preact/signals-core'
import * as v from 'valibot'
import { notices } from '../../shared/canvas.ts'
import { THUMBNAIL_SIDE } from '../../shared/contract/files.ts'
import { AppError } from '../../shared/errors.ts'
import { ComparisonId, JobId, PanelId, SweepId } from '../../shared/ids.ts'
import { isFinal } from '../../shared/job.ts'
import { hear } from '../../shared/notices.ts'
import type { RandomBytes } from '../../shared/random-id.ts'
import { randomId } from '../../shared/random-id.ts'
import type { Port } from '../../shared/rpc.ts'
import type { SweepView } from '../../shared/sweep-procedures.ts'
import { isSecret } from '../../shared/sweep.ts'
import type { Canvas } from './canvas-client.ts'
import type { Clock } from './clock.ts'
import { createBoards } from './compare/board/create-boards.ts'
import { createJobStore } from './job-store.ts'
import { createModels } from './models/create-models.ts'
import { createPlaceholderStore } from './placeholder-store.ts'
import { createConnection } from './proxy/connection.ts'
import { createApi } from './proxy/create-api.ts'
import { createPictures } from './proxy/create-pictures.ts'
import { followJobs } from './proxy/follow-jobs.ts'
import { createTrainingStore } from './train/create-training-store.ts'
import { createSpending } from './spending/create-spending.ts'
import { wordsOf } from './words/words-of.ts'

export type PanelOptions = {
  readonly port: Port
  readonly canvas: Canvas
  readonly origin: string
  readonly fetch: typeof fetch
  readonly clock: Clock
  readonly randomBytes: RandomBytes
}

/** What the main thread answered to `open`. */
export type Opened = Awaited<ReturnType<Canvas['open']>>

export type TabName = 'Draft' | 'Compare' | 'Dataset' | 'Train' | 'Settings'

/** What every tab shares: the proxy, the canvas, the jobs, and one place for errors. */
export const createPanel = (options: PanelOptions, opened: Opened) => {
  const { canvas, clock } = options
  const token = signal(opened.token)
  const selection = signal(opened.selection)
  /** How many rejected drafts lie about on the page. */
  const rejects = signal(opened.rejects)
  /** The sweeps in the file. */
  const sweeps = signal<readonly SweepView[]>(opened.sweeps)
  /** The jobs of their cells. */
  const swept = computed(() => new Set(sweeps.value.flatMap(({ sweep }) => sweep.jobs)))
  /** Jobs of drafts whose version she is not to know yet. */
  const secret = computed(
    () => new Set(sweeps.value.flatMap(({ sweep }) => (isSecret(sweep) ? sweep.jobs : []))),
  )
  /** Whether references of this document may leave this computer. */
  const consent = signal(opened.consent)
  const tab = signal<TabName>('Draft')
  /** The last thing that went wrong, in words. */
  const trouble = signal<string | null>(null)
  const jobs = createJobStore()
  const trainings = createTrainingStore()
  const placeholders = createPlaceholderStore()
  placeholders.add(opened.placeholders)
  const api = createApi({
    origin: options.origin,
    token: () => token.peek(),
    fetch: options.fetch,
  })
  const proxy = createConnection({ api, token: () => token.peek(), clock })
  const spending = createSpending({ api, proxy, jobs, clock })

  const report = (error: unknown): void => {
    // How things stand with the proxy is said by the connection itself.
    if (error instanceof AppError && ['proxy_unreachable', 'unauthorized'].includes(error.code))
      return void proxy.check()
    if (!(error instanceof AppError)) console.error(error)
    trouble.value = wordsOf(error)
  }

  const start = (): (() => void) => {
    const stopHearing = hear(
      options.port,
      notices,
      {
        selectionChanged: (next) => (selection.value = next),
        placeholdersChanged: (next) => (placeholders.list.value = next),
        rejectsChanged: (next) => (rejects.value = next),
        sweepsChanged: (next) => (sweeps.value = next),
      },
      report,
    )
    let stopFollowing = new AbortController()
    const stopEffect = effect(() => {
      stopFollowing.abort()
      if (!proxy.isConnected.value) return
      stopFollowing = new AbortController()
      void followJobs({
        api,
        document: opened.document,
        clock,
        signal: stopFollowing.signal,
        active: () => jobs.list.peek().flatMap((job) => (isFinal(job.state) ? [] : [job.id])),
        onJobs: jobs.put,
        onTraining: (training) => {
          trainings.put([training])
          // The style has a new version.
          if (training.state === 'succeeded') void proxy.check()
        },
        onLost: () => void proxy.check(),
      })
    })
    const stopSpending = spending.start()
    void proxy.check()
    return () => {
      stopSpending()
      stopHearing()
      stopEffect()
      stopFollowing.abort()
      proxy.stop()
    }
  }

  return {
    canvas,
    clock,
    document: opened.document,
    id: v.parse(PanelId, randomId('panel', options.randomBytes)),
    origin: options.origin,
    api,
    pictures: createPictures(api),
    /** The same, made small. */
    thumbnails: createPictures({ download: (file) => api.download(file, THUMBNAIL_SIDE) }),
    models: createModels({ api }),
    proxy,
    spending,
    token,
    selection,
    boards: createBoards({ canvas, selection, kept: opened.board }),
    rejects,
    sweeps,
    swept,
    secret,
    consent,
    tab,
    trouble,
    jobs,
    trainings,
    placeholders,
    report,
    randomBytes: options.randomBytes,
    /** From 0 to 2^32 - 1. */
    randomSeed: () => new DataView(options.randomBytes(4).buffer).getUint32(0),
    newJobId: () => v.parse(JobId, randomId('job', options.randomBytes)),
    newSweepId: () => v.parse(SweepId, randomId('sweep', options.randomBytes)),
    newComparisonId: () => v.parse(ComparisonId, randomId('comparison', options.randomBytes)),
    /** Runs something that may fail, and puts what went wrong where she sees it. */
    attempt: (work: () => Promise<unknown>): void => {
      work().catch(report)
    },
    /** Keeps the proxy's token, or forgets it with null, and looks at the proxy again. */
    setToken: async (next: string | null): Promise<void> => {
      token.value = next
      await canvas.saveToken(next)
      await proxy.tryAgain()
    },
    start,
  }
}
export type Panel = ReturnType<typeof createPanel>
