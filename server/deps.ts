import type { Budget, Spending } from '../shared/contract/index.ts'
import type { FileStore } from './files/file-store.ts'
import type { Engines } from './engines/registry.ts'
import type { FollowJobs } from './jobs/follow-jobs.ts'
import type { Jobs } from './jobs/service.ts'
import type { Log } from './log.ts'
import type { StudioFolders } from './studio/serve-studio.ts'
import type { Styles } from './styles/service.ts'

/** What the routes work with. */
export type Deps = {
  /** Maquette's own version. */
  readonly version: string
  readonly token: string
  readonly jobs: Jobs
  readonly followJobs: FollowJobs
  readonly styles: Styles
  readonly files: FileStore
  readonly engines: Engines
  /** As it stands now. */
  readonly budget: () => Budget
  readonly spending: () => Spending
  readonly studio: StudioFolders
  readonly log: Log
  /** Aborts when the proxy stops: streams end then. */
  readonly closing: AbortSignal
}
