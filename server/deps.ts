import type { Budget, Spending, Storage } from '../shared/contract/index.ts'
import type { Briefs } from './briefs/service.ts'
import type { Clock } from './clock.ts'
import type { ComparisonStore } from './comparisons/store.ts'
import type { Checks } from './datasets/checks/create-checks.ts'
import type { Freezer } from './datasets/freezer.ts'
import type { Imports } from './datasets/import/create-imports.ts'
import type { Datasets } from './datasets/service.ts'
import type { Descriptions } from './descriptions/create-descriptions.ts'
import type { FileStore } from './files/file-store.ts'
import type { Housekeeping } from './housekeeping/create-housekeeping.ts'
import type { UploadStore } from './housekeeping/upload-store.ts'
import type { Engines } from './engines/registry.ts'
import type { FollowJobs } from './jobs/follow-jobs.ts'
import type { Hosting } from './hosting.ts'
import type { Jobs } from './jobs/service.ts'
import type { Judgements } from './judgements/service.ts'
import type { Log } from './log.ts'
import type { StudioFolders } from './studio/serve-studio.ts'
import type { Sheets } from './sheets/sheet-service.ts'
import type { Styles } from './styles/service.ts'
import type { Trainings } from './trainings/training-service.ts'
import type { ImportWeights } from './weights/import-weights.ts'
import type { Admission } from './tokens/admission.ts'
import type { FailureLimit } from './tokens/failure-limit.ts'
import type { StreamLimit } from './tokens/stream-limit.ts'

/** What the routes work with. */
export type Deps = Pick<Hosting, 'publicUrl' | 'trustedHops'> & {
  /** Maquette's own version. */
  readonly version: string
  /** Whose token it is that somebody sends; null when it lets nobody in. */
  readonly admit: Admission['admit']
  readonly failures: FailureLimit
  readonly streams: StreamLimit
  readonly jobs: Jobs
  readonly followJobs: FollowJobs
  readonly styles: Styles
  readonly comparisons: ComparisonStore
  readonly datasets: Datasets
  readonly freezer: Freezer
  readonly judgements: Judgements
  readonly briefs: Briefs
  readonly trainings: Trainings
  readonly checks: Checks
  readonly imports: Imports
  readonly importWeights: ImportWeights
  readonly sheets: Sheets
  readonly descriptions: Descriptions
  readonly files: FileStore
  readonly uploads: Pick<UploadStore, 'add'>
  readonly housekeeping: Pick<Housekeeping, 'deleteReference'>
  /** Null while the files are being counted. */
  readonly storage: () => Promise<Storage | null>
  readonly clock: Pick<Clock, 'now'>
  readonly engines: Engines
  /** As it stands now. */
  readonly budget: () => Budget
  readonly spending: () => Spending
  readonly studio: StudioFolders
  readonly log: Log
  /** Aborts when the proxy stops: streams end then. */
  readonly closing: AbortSignal
}
