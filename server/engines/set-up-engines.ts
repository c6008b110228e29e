import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Log } from '../log.ts'
import type { Engine } from './engine.ts'
import { createReplicateEngine } from './replicate/create-replicate-engine.ts'
import type { MeasuredTimes } from './replicate/price/measured-times.ts'
import { createSampleEngine } from './sample/create-sample-engine.ts'

type Options = {
  readonly config: Pick<Config, 'sampleSeconds' | 'replicate'>
  readonly files: FileStore
  readonly measured: MeasuredTimes
  readonly clock: Clock
  readonly log: Log
}

/** The engines that the settings name; the first one is the default. */
export const setUpEngines = (options: Options): readonly [Engine, ...Engine[]] => {
  const { config, files, measured, clock, log } = options
  const { token, url, model } = config.replicate
  const sample = createSampleEngine({
    durationMs: config.sampleSeconds * 1000,
    files,
    now: clock.now,
  })
  if (token === null) return [sample]
  const replicate = createReplicateEngine({
    token,
    ...(url !== null && { baseUrl: url }),
    model,
    files,
    measured,
    clock,
    log,
  })
  return [replicate, sample]
}
