import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { createReplicateTrainers } from '../engines/replicate/training/create-replicate-trainers.ts'
import type { Log } from '../log.ts'
import type { MeasuredTrainings } from './measured-trainings.ts'
import type { Trainers } from './trainers.ts'

type Options = {
  readonly config: Pick<Config, 'replicate'>
  readonly measured: MeasuredTrainings
  readonly clock: Clock
  readonly log: Log
}

/** The trainers that the settings name; null: there are none. */
export const setUpTrainers = ({ config, ...options }: Options): Trainers | null => {
  const { token, url } = config.replicate
  if (token === null) return null
  return createReplicateTrainers({ token, ...(url !== null && { baseUrl: url }), ...options })
}
