import { createSampleEngine } from '../../../../server/engines/sample/create-sample-engine.ts'
import { engineConformance } from '../../../conformance/engine.ts'

engineConformance('The sample engine', (pace) =>
  createSampleEngine({ durationMs: pace === 'quick' ? 0 : 3_600_000, now: Date.now }),
)
