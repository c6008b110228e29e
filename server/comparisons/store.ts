import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { Comparison } from '../../shared/comparison.ts'
import { VersionTally } from '../../shared/contract/index.ts'
import type { DocumentId, StyleId } from '../../shared/ids.ts'
import { transaction } from '../db/transaction.ts'

export type Choices = {
  readonly style: StyleId
  readonly document?: DocumentId | undefined
  readonly comparisons: readonly Comparison[]
}

export type ComparisonStore = {
  /** Keeps them all, each in the place of what its id said before. */
  put: (choices: Choices, now: number) => void
  /** How each version of a style has fared, the one with the most wins first. */
  tally: (style: StyleId) => VersionTally[]
}

const Tallies = v.array(VersionTally)

/** What she chose among the versions of styles. */
export const createComparisonStore = (db: DatabaseSync): ComparisonStore => {
  const put = db.prepare(`INSERT OR REPLACE INTO comparisons
    (id, style, document, at, versions, outcome, winner)
    VALUES (:id, :style, :document, :at, :versions, :outcome, :winner)`)
  const tally = db.prepare(`SELECT version.value AS version, count(*) AS comparisons,
      count(*) FILTER (WHERE winner = version.value) AS wins,
      count(*) FILTER (WHERE outcome = 'tie') AS ties
    FROM comparisons, json_each(iif(json_valid(versions), versions, '[]')) AS version
    WHERE style = ? GROUP BY version.value ORDER BY wins DESC, comparisons, version.value`)
  return {
    put: ({ style, document, comparisons }, now) =>
      transaction(db, () => {
        for (const { id, versions, outcome } of comparisons)
          put.run({
            id,
            style,
            document: document ?? null,
            at: now,
            versions: JSON.stringify(versions),
            outcome: outcome.kind,
            winner: outcome.kind === 'won' ? outcome.version : null,
          })
      }),
    tally: (style) => v.parse(Tallies, tally.all(style)),
  }
}
