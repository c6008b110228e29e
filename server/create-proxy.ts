import { randomBytes, randomInt } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { getRequestListener } from '@hono/node-server'
import * as v from 'valibot'
import { randomId } from '../shared/random-id.ts'
import { BriefId } from '../shared/saved-brief.ts'
import { createApp } from './app.ts'
import { createBriefs } from './briefs/service.ts'
import { createBriefStore } from './briefs/store.ts'
import { createBudget } from './budget/create-budget.ts'
import type { Clock } from './clock.ts'
import { systemClock } from './clock.ts'
import { createComparisonStore } from './comparisons/store.ts'
import type { Config } from './config.ts'
import { createLooker } from './datasets/checks/create-looker.ts'
import type { TextDetector } from './datasets/checks/text-detector.ts'
import { setUpDatasets } from './datasets/set-up-datasets.ts'
import { setUpDescriptions } from './descriptions/set-up-descriptions.ts'
import { lockFolder } from './db/lock-folder.ts'
import { openDb } from './db/open.ts'
import type { Engine } from './engines/engine.ts'
import { learnDefaultModel } from './engines/learn-default-model.ts'
import { createEngines } from './engines/registry.ts'
import { createStoredTimes } from './engines/replicate/price/create-stored-times.ts'
import { setUpEngines } from './engines/set-up-engines.ts'
import { createRoom, freeBytesOf } from './files/create-room.ts'
import { createDiskFileStore } from './files/create-disk-file-store.ts'
import { diskUse } from './files/disk-use.ts'
import type { FileStore } from './files/file-store.ts'
import { createHousekeeping } from './housekeeping/create-housekeeping.ts'
import { createUploadStore } from './housekeeping/upload-store.ts'
import { isOpenWithoutTls } from './hosting.ts'
import { followJobs } from './jobs/follow-jobs.ts'
import { createHub } from './jobs/hub.ts'
import { setUpJobs } from './jobs/set-up-jobs.ts'
import { setUpJudgements } from './judgements/set-up-judgements.ts'
import type { ConnectionLimits, Listening } from './listen.ts'
import { listen } from './listen.ts'
import type { Log } from './log.ts'
import { openDataFolder } from './open-data-folder.ts'
import { openToken } from './open-token.ts'
import { readVersion } from './read-version.ts'
import { refuseAddress } from './refuse-address.ts'
import type { StudioFolders } from './studio/serve-studio.ts'
import { createStyleStore } from './styles/store.ts'
import { createStyles } from './styles/service.ts'
import { createMeasuredTrainings } from './trainings/measured-trainings.ts'
import { setUpTrainers } from './trainings/set-up-trainers.ts'
import { setUpSheets } from './sheets/set-up-sheets.ts'
import { setUpTrainings } from './trainings/set-up-trainings.ts'
import { createImportWeights } from './weights/import-weights.ts'
import { createWeightsStore } from './weights/weights-store.ts'
import { openTokens } from './tokens/open-tokens.ts'

const ROOT = resolve(import.meta.dirname, '..')
const STUDIO: StudioFolders = {
  page: join(ROOT, 'build/studio'),
  plugin: join(ROOT, 'build'),
  manifest: join(ROOT, 'manifest.json'),
}

export type ProxyOptions = {
  readonly config: Config
  readonly log: Log
  readonly clock?: Clock
  /** A whole number below 2^32, for a seed that nobody locked. */
  readonly randomSeed?: () => number
  /** In place of those that the settings name; the first one is the default. */
  readonly engines?: readonly [Engine, ...Engine[]]
  /** In place of `<data>/maquette.db`; closed when the proxy stops. */
  readonly db?: DatabaseSync
  /** In place of the folder `<data>/files`. */
  readonly files?: FileStore
  /** In place of what the disk of the data folder has left. */
  readonly freeBytes?: () => Promise<number>
  /** In place of what finds words in pictures; none: nobody looks for them. */
  readonly textDetectors?: readonly TextDetector[]
  readonly studio?: StudioFolders
  /** In place of `CONNECTION_LIMITS`. */
  readonly limits?: ConnectionLimits
}

/**
 * The whole proxy over one data folder. `start` takes up unfinished jobs and listens where the settings say;
 * `stop` leaves everything as the next start needs it. Throws StartError when the folder cannot be used.
 */
export const createProxy = (options: ProxyOptions) => {
  const { config, log, clock = systemClock } = options
  const data = openDataFolder(config.data)
  // Before anything else in the folder: it is what keeps a second proxy out.
  const unlock = lockFolder(data)
  const database = join(data, 'maquette.db')
  const db = options.db ?? openDb(database, { now: clock.now(), log })
  const token = config.hosting.token ?? openToken(data)
  const { close: closeTokens, ...tokens } = openTokens(data, token, clock)
  const files = options.files ?? createDiskFileStore(join(data, 'files'), log)
  const room = createRoom(options.freeBytes ?? (() => freeBytesOf(data)), log)
  const uploads = createUploadStore(db)
  const housekeeping = createHousekeeping({
    uploads,
    files,
    keepDays: config.keepReferencesDays,
    clock,
    log,
  })
  const measured = createStoredTimes(db, log)
  const engines = createEngines(
    options.engines ?? setUpEngines({ config, files, measured, clock, log }),
  )
  const styles = createStyles(createStyleStore(db, log), clock)
  const briefs = createBriefs(createBriefStore(db, log), () =>
    v.parse(BriefId, randomId('brief', randomBytes)),
  )

  const hub = createHub()
  const budget = createBudget(db, config.caps)
  const looker = createLooker(clock)
  const stopping = new AbortController()
  const closing = stopping.signal
  const kept = { db, data, uploads, files, room, styles, budget, looker, hub, clock, log, closing }
  const { sheets, ...sheet } = setUpSheets(kept)
  const textDetectors = options.textDetectors ?? sheet.textDetectors
  const { stop: stopDatasets, ...datasets } = setUpDatasets({ ...kept, textDetectors })
  const { freezer, checks } = datasets
  const randomSeed = options.randomSeed ?? (() => randomInt(2 ** 32))
  const { jobs, ...drawing } = setUpJobs({ ...kept, engines, randomSeed })
  const weights = createWeightsStore(join(data, 'weights'))
  const trainers = setUpTrainers({ config, measured: createMeasuredTrainings(db), clock, log })
  const { trainings, ...training } = setUpTrainings({
    ...kept,
    trainers,
    freezer,
    checks,
    weights,
  })
  const judging = setUpJudgements({ ...kept, freezer })
  const descriptions = setUpDescriptions({ ...kept, config, measured })

  const app = createApp({
    version: readVersion(ROOT),
    ...tokens,
    publicUrl: config.hosting.publicUrl,
    trustedHops: config.hosting.trustedHops,
    jobs,
    followJobs: (reader) =>
      followJobs({
        ...reader,
        store: drawing.store,
        newsOf: drawing.newsOf,
        trainings: training.store,
        trainingNewsOf: training.newsOf,
        sheets: sheet.store,
        sheetNewsOf: sheet.newsOf,
        hub,
        clock,
      }),
    styles,
    comparisons: createComparisonStore(db),
    ...datasets,
    descriptions,
    trainings,
    importWeights: createImportWeights({ styles, weights, room }),
    judgements: judging.judgements,
    sheets,
    briefs,
    files,
    uploads,
    housekeeping,
    storage: () => diskUse({ database, files, weights: join(data, 'weights'), room }),
    clock,
    engines,
    budget: () => budget.view(clock.now()),
    spending: () => budget.report(clock.now()),
    studio: options.studio ?? STUDIO,
    log,
    closing,
  })
  const answer = getRequestListener(app.fetch, { errorHandler: refuseAddress })
  let listening: Listening | null = null

  return {
    app,
    token,
    start: async (): Promise<{ port: number }> => {
      const { limits } = options
      const place = { host: config.hosting.host, port: config.port, ...(limits && { limits }) }
      listening = await listen((...exchange) => void answer(...exchange), place)
      const { port, hasIpv6 } = listening
      if (!hasIpv6) log.info({ port }, 'This machine has no ::1; listening on 127.0.0.1 only')
      if (isOpenWithoutTls(config.hosting))
        log.warn({ port }, 'Others reach this port without TLS: put it behind MAQUETTE_PUBLIC_URL')
      drawing.runner.resume()
      training.runner.resume()
      sheet.runner.resume()
      descriptions.resume()
      housekeeping.start()
      void learnDefaultModel(engines, closing, log)
      return { port }
    },
    stop: async (): Promise<void> => {
      stopping.abort()
      // Side by side: they let what is under way end, and whoever stops us may not wait for long.
      await Promise.all([
        listening?.close(),
        drawing.runner.stop(),
        training.runner.stop(),
        judging.stop(),
        sheet.runner.stop(),
        stopDatasets(),
        descriptions.stop(),
      ])
      await looker.stop()
      await housekeeping.stop()
      closeTokens()
      db.close()
      unlock()
    },
  }
}
