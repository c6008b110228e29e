import { VERSIONS_LIMIT } from '../../../../shared/comparison.ts'
import { BRIEF_LIMIT } from '../../../../shared/generate-request.ts'
import type { Style } from '../../../../shared/style.ts'
import type { Axis } from '../../../../shared/sweep.ts'
import { SWEEP_LIMIT } from '../../../../shared/sweep.ts'
import { chooseWildcards, countWildcards } from '../../../../shared/wildcards.ts'
import { countOf } from '../../words/count-of.ts'
import type { AxisSurroundings } from '../sweep/read-axis.ts'
import { readAxis } from '../sweep/read-axis.ts'

/** The trial that she is putting together. */
export type TrialForm = {
  /** Their models; null: the two newest. */
  readonly versions: readonly string[] | null
  /** One a line; null: the brief of the Draft tab. */
  readonly briefs: string | null
  readonly seeds: string
  readonly isBlind: boolean
}

export const NEW_TRIAL: TrialForm = { versions: null, briefs: null, seeds: '1 to 3', isBlind: true }

export type PlannedTrial = {
  readonly versions: readonly string[]
  readonly briefs: string
  readonly columns: Axis | null
  readonly rows: Axis | null
  /** Pictures; 0 while it is not clear. */
  readonly count: number
  readonly problem: string | null
}

/** The versions that can be chosen, oldest first. */
export const activeVersions = ({ versions }: Pick<Style, 'versions'>) =>
  versions.filter(({ state }) => state === 'active')

const briefsOf = (text: string): readonly string[] => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const all = lines.flatMap((line) =>
    Array.from({ length: Math.min(countWildcards(line), SWEEP_LIMIT + 1) }, (_, at) =>
      chooseWildcards(line.trim(), at),
    ),
  )
  return [...new Set(all)]
}

/** What the form stands for. */
export const planTrial = (
  form: TrialForm,
  brief: string,
  surroundings: AxisSurroundings,
): PlannedTrial => {
  const active = activeVersions(surroundings.style).map(({ model }) => model)
  const versions = form.versions?.filter((model) => active.includes(model)) ?? active.slice(-2)
  const text = form.briefs ?? brief
  const briefs = briefsOf(text)
  const seeds = readAxis('seed', form.seeds, surroundings)
  const values =
    seeds.axis?.setting === 'seed'
      ? briefs.flatMap((one) =>
          (seeds.axis?.values ?? []).map((seed) => ({ brief: one, seed: Number(seed) })),
        )
      : []
  const count = versions.length * values.length
  const problemOf = (): string | null => {
    if (versions.length < 2) return 'Choose two or three versions'
    if (versions.length > VERSIONS_LIMIT) return `At most ${VERSIONS_LIMIT} versions at once`
    if (briefs.length === 0) return 'Write a brief first'
    if (briefs.some(({ length }) => length > BRIEF_LIMIT))
      return `A brief has at most ${BRIEF_LIMIT} characters`
    if (seeds.problem !== null) return `Seeds: ${seeds.problem}`
    return count > SWEEP_LIMIT
      ? `${countOf(count, 'picture')}: a test has at most ${SWEEP_LIMIT}. Take out some briefs or seeds`
      : null
  }
  const problem = problemOf()
  return {
    versions,
    briefs: text,
    columns: problem === null ? { setting: 'version', values: [...versions] } : null,
    rows: problem === null ? { setting: 'subject', values } : null,
    count,
    problem,
  }
}
