import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../clock.ts'
import type { Room } from '../files/create-room.ts'
import type { FileStore } from '../files/file-store.ts'
import type { UploadStore } from '../housekeeping/upload-store.ts'
import type { Log } from '../log.ts'
import type { Styles } from '../styles/service.ts'
import { createCheckRuns } from './checks/create-check-runs.ts'
import { createChecks } from './checks/create-checks.ts'
import type { Looker } from './checks/create-looker.ts'
import { createLookStore } from './checks/look-store.ts'
import { createReferenceStore } from './checks/reference-store.ts'
import type { TextDetector } from './checks/text-detector.ts'
import { createDatasetStore } from './dataset-store.ts'
import { createFreezer } from './freezer.ts'
import { createImports } from './import/create-imports.ts'
import { createPieceStore } from './piece-store.ts'
import { createDatasets } from './service.ts'
import { createVersionStore } from './version-store.ts'

type Options = {
  readonly db: DatabaseSync
  readonly files: FileStore
  readonly styles: Styles
  readonly room: Room
  readonly looker: Looker
  readonly uploads: UploadStore
  /** The data folder. */
  readonly data: string
  readonly textDetectors: readonly TextDetector[]
  readonly clock: Clock
  readonly log: Log
}

/** Datasets, their versions and their checks, wired. */
export const setUpDatasets = (options: Options) => {
  const { db, data, files, textDetectors, clock, log } = options
  const kept = {
    db,
    store: createDatasetStore(db, log),
    pieces: createPieceStore(db, log),
    versions: createVersionStore(db, log),
    files,
    clock,
  }
  const runs = createCheckRuns({
    ...options,
    looks: createLookStore(db, log),
    detectors: textDetectors,
    references: createReferenceStore(db),
  })
  const imports = createImports({ ...options, ...kept, folder: join(data, 'imports') })
  return {
    datasets: createDatasets({ ...options, ...kept }),
    freezer: createFreezer(kept),
    checks: createChecks({ ...kept, runs }),
    imports,
    stop: async () => {
      await Promise.all([runs.stop(), imports.stop()])
    },
  }
}
