import type { Engine } from './engine.ts'

/** An engine that the styles' own models run on. */
export type ModelEngine = Engine & Required<Pick<Engine, 'describe'>>

export const runsModels = (engine: Engine): engine is ModelEngine => engine.describe !== undefined
