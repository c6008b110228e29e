import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import type { Claim, JobView } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { GenerateRequest } from '../../shared/generate-request.ts'
import type { JobId, PanelId } from '../../shared/ids.ts'
import type { Mark } from '../../shared/mark.ts'
import type { Clock } from '../clock.ts'
import type { Engines } from '../engines/registry.ts'
import type { Room } from '../files/create-room.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Styles } from '../styles/service.ts'
import { checkReference } from './check-reference.ts'
import { claimPicture } from './claim-picture.ts'
import type { Hub } from './hub.ts'
import type { PictureStore } from './picture-store.ts'
import { planJob } from './plan-job.ts'
import { resolveDrawing } from './resolve-drawing.ts'
import type { JobRecord } from './job-record.ts'
import type { Runner } from './runner.ts'
import type { JobFilter } from './job-filter.ts'
import type { JobStore } from './store.ts'
import type { ToJobView } from './view.ts'

const PAGE = 20
const Cursor = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))

type Page = Omit<JobFilter, 'before'> & {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

type Options = {
  readonly store: JobStore
  readonly pictures: PictureStore
  readonly runner: Runner
  readonly view: ToJobView
  readonly styles: Styles
  readonly engines: Engines
  readonly files: Pick<FileStore, 'read'>
  readonly room: Pick<Room, 'require'>
  readonly hub: Hub
  readonly clock: Clock
  /** A whole number below 2^32. */
  readonly randomSeed: () => number
  /** Aborts when the proxy stops. */
  readonly closing: AbortSignal
}

export type Jobs = {
  /** Throws AppError; nothing was stored or started then. */
  create: (request: GenerateRequest, pressedBy: string) => Promise<JobView>
  get: (id: JobId) => JobView
  list: (page: Page) => { jobs: JobView[]; next: string | null }
  cancel: (id: JobId) => JobView
  claim: (id: JobId, index: number, panel: PanelId) => Claim
  place: (id: JobId, index: number) => JobView
  mark: (id: JobId, index: number, mark: Mark | null) => JobView
  dismiss: (id: JobId, index: number, isDismissed: boolean) => JobView
}

export const createJobs = (options: Options): Jobs => {
  const { store, pictures, runner, view, styles, engines, files, hub, clock } = options

  /** The job of the same press, sent again. */
  const findSame = (request: GenerateRequest): JobRecord | null => {
    const known = store.find(request.id)
    if (known === null || isDeepStrictEqual(known.request, request)) return known
    throw new AppError('conflict', 'Another job has this id already. Nothing was started.')
  }

  return {
    create: async (request, pressedBy) => {
      const known = findSame(request)
      if (known !== null) return view(known)
      await options.room.require()
      const followed = await checkReference(request, files)
      const style = styles.find(request.style)
      if (style === null)
        throw new AppError(
          'invalid_request',
          'This style is not there any more. Choose another one; nothing was started.',
          { details: { setting: 'style' } },
        )
      const engine = engines.get(request.engine ?? engines.defaultId)
      const drawing = await resolveDrawing(request, style, engine, options.closing)
      // The same press may have come in again meanwhile.
      const other = findSame(request)
      if (other !== null) return view(other)
      const plan = planJob(request, style, drawing, followed, options.randomSeed)
      const job = store.insert({ ...plan, pressedBy }, clock.now())
      hub.publish({ type: 'changed', job: job.id })
      runner.enqueue(job)
      return view(job)
    },
    get: (id) => view(store.get(id)),
    list: ({ cursor, limit = PAGE, ...filter }) => {
      const before = v.safeParse(v.optional(Cursor), cursor)
      if (!before.success)
        throw new AppError(
          'invalid_request',
          'This cursor is not one of the proxy’s. Start again without.',
        )
      const found = store.list({ ...filter, before: before.output }, limit + 1)
      const jobs = found.slice(0, limit)
      const next = found.length > limit ? (jobs.at(-1)?.number.toString() ?? null) : null
      return { jobs: jobs.map(view), next }
    },
    cancel: (id) => view(runner.cancel(id)),
    claim: (id, index, panel) => {
      store.get(id)
      return claimPicture(pictures, id, index, panel, clock.now())
    },
    place: (id, index) => {
      const job = store.place(id, index, clock.now())
      hub.publish({ type: 'changed', job: id })
      return view(job)
    },
    mark: (id, index, mark) => {
      const job = store.mark(id, index, mark, clock.now())
      hub.publish({ type: 'changed', job: id })
      return view(job)
    },
    dismiss: (id, index, isDismissed) => {
      const job = store.dismiss(id, index, isDismissed, clock.now())
      hub.publish({ type: 'changed', job: id })
      return view(job)
    },
  }
}
