import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Budget } from '../budget/create-budget.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Looker } from '../datasets/checks/create-looker.ts'
import { createReplicateDescriber } from '../engines/replicate/describe/create-replicate-describer.ts'
import type { MeasuredTimes } from '../engines/replicate/price/measured-times.ts'
import type { Room } from '../files/create-room.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Log } from '../log.ts'
import type { Styles } from '../styles/service.ts'
import type { Descriptions } from './create-descriptions.ts'
import { createDescriptions } from './create-descriptions.ts'
import { createDescriptionStore } from './description-store.ts'
import { createOfflineDescriber } from './offline/create-offline-describer.ts'

type Options = {
  readonly config: Pick<Config, 'replicate'>
  readonly db: DatabaseSync
  readonly budget: Budget
  readonly files: FileStore
  readonly styles: Styles
  readonly looker: Looker
  readonly measured: MeasuredTimes
  readonly room: Room
  readonly clock: Clock
  readonly log: Log
  readonly closing: AbortSignal
}

/** The describers that the settings name, and what they are asked through, wired. */
export const setUpDescriptions = (options: Options): Descriptions => {
  const { config, db } = options
  const { token, url, describer } = config.replicate
  const offline = createOfflineDescriber(options)
  const store = createDescriptionStore(db, options)
  const common = { ...options, store, randomBytes }
  if (token === null) return createDescriptions({ ...common, describers: [offline] })
  const replicate = createReplicateDescriber({
    ...options,
    token,
    ...(url !== null && { baseUrl: url }),
    ...(describer !== undefined && { model: describer }),
  })
  return createDescriptions({ ...common, describers: [replicate, offline] })
}
