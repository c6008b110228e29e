import type { DatabaseSync } from 'node:sqlite'
import { createExtractor } from './create-extractor.ts'
import { createJudging } from './create-judging.ts'
import { createFeatureStore } from './feature-store.ts'
import type { JudgementsOptions } from './service.ts'
import { createJudgements } from './service.ts'

type Options = Omit<JudgementsOptions, 'extractor' | 'judging'> & {
  readonly db: DatabaseSync
  readonly files: Parameters<typeof createExtractor>[0]['files']
}

export const setUpJudgements = ({ db, files, ...options }: Options) => {
  const judging = createJudging()
  const extractor = createExtractor({ store: createFeatureStore(db), judging, files })
  return {
    judgements: createJudgements({ ...options, extractor, judging }),
    /** Before the database is closed. */
    stop: async (): Promise<void> => {
      extractor.stop()
      await judging.stop()
    },
  }
}
