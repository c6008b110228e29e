import * as v from 'valibot'
import { ComparisonId } from './ids.ts'

/** The most versions that are told apart at a glance. */
export const VERSIONS_LIMIT = 3

const Version = v.pipe(v.string(), v.minLength(1), v.maxLength(600))

/** Which of the versions is better, that they are as good as each other, or that none of them will do. */
export const Outcome = v.variant('kind', [
  v.strictObject({ kind: v.literal('won'), version: Version }),
  v.strictObject({ kind: v.literal('tie') }),
  v.strictObject({ kind: v.literal('neither') }),
])
export type Outcome = v.InferOutput<typeof Outcome>

/** One brief and seed on two or three versions of a style, and what she chose. */
export const Comparison = v.pipe(
  v.strictObject({
    id: ComparisonId,
    versions: v.pipe(v.array(Version), v.minLength(2), v.maxLength(VERSIONS_LIMIT)),
    outcome: Outcome,
  }),
  v.check(
    ({ versions, outcome }) =>
      new Set(versions).size === versions.length &&
      (outcome.kind !== 'won' || versions.includes(outcome.version)),
    'A comparison is between different versions, and one of them wins.',
  ),
)
export type Comparison = v.InferOutput<typeof Comparison>
