import { createSampleEngine } from '../../../../server/engines/sample/create-sample-engine.ts'
import { engineConformance } from '../../../conformance/engine.ts'
import { NO_FILES } from './no-files.ts'

engineConformance('The sample engine', (pace) =>
  createSampleEngine({
    durationMs: pace === 'quick' ? 0 : 3_600_000,
    files: NO_FILES,
    now: Date.now,
  }),
)
