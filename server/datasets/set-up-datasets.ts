import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../clock.ts'
import type { Room } from '../files/create-room.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Log } from '../log.ts'
import type { Styles } from '../styles/service.ts'
import { createCheckRuns } from './checks/create-check-runs.ts'
import { createChecks } from './checks/create-checks.ts'
import { createLooker } from './checks/create-looker.ts'
import { createLookStore } from './checks/look-store.ts'
import { createReferenceStore } from './checks/reference-store.ts'
import type { TextDetector } from './checks/text-detector.ts'
import { createDatasetStore } from './dataset-store.ts'
import { createFreezer } from './freezer.ts'
import { createPieceStore } from './piece-store.ts'
import { createDatasets } from './service.ts'
import { createVersionStore } from './version-store.ts'

type Options = {
  readonly db: DatabaseSync
  readonly styles: Styles
  readonly files: FileStore
  readonly room: Room
  /** What finds words in pictures; none: nobody looks for them. */
  readonly detectors: readonly TextDetector[]
  readonly clock: Clock
  readonly log: Log
}

/** The datasets with what freezes and checks them. */
export const setUpDatasets = ({ db, styles, files, room, detectors, clock, log }: Options) => {
  const kept = {
    db,
    store: createDatasetStore(db, log),
    pieces: createPieceStore(db, log),
    versions: createVersionStore(db, log),
    files,
    clock,
  }
  const checkRuns = createCheckRuns({
    files,
    styles,
    looks: createLookStore(db, log),
    looker: createLooker(clock),
    detectors,
    references: createReferenceStore(db),
    log,
  })
  return {
    datasets: createDatasets({ ...kept, styles, room }),
    freezer: createFreezer(kept),
    checkRuns,
    checks: createChecks({ ...kept, runs: checkRuns }),
  }
}
