import type { Size } from '../../../../shared/aspect-ratio.ts'
import { followSize } from '../../../../shared/follow-size.ts'
import type { GenerateRequest, Reference } from '../../../../shared/generate-request.ts'
import type { DocumentId, JobId } from '../../../../shared/ids.ts'
import type { Recipe } from '../../../../shared/recipe.ts'
import type { Step } from './step.ts'
import { FREEDOM } from './step.ts'

export type StepOptions = {
  readonly id: JobId
  readonly document: DocumentId
  readonly count: number
}

const referenceOf = ({ file, reference }: Recipe, { action }: Step): Reference | null =>
  action === 'more-subtle' || action === 'more-strong'
    ? { file, use: 'follow', strength: FREEDOM[action] }
    : reference

/**
 * The job that takes a draft one step further: the draft's own style, version, engine and settings, and the draft as
 * its parent. Only a change of words keeps the seed.
 */
export const stepRequest = (
  recipe: Recipe,
  step: Step,
  { id, document, count }: StepOptions,
): GenerateRequest => {
  const { style, version, engine, job, index } = recipe
  const { seed, ...settings } = recipe.settings
  const reference = referenceOf(recipe, step)
  const isChange = step.action === 'change'
  return {
    id,
    document,
    style: style.id,
    ...(version !== null && { version }),
    engine,
    brief: isChange ? step.brief.trim() : recipe.brief,
    count: isChange ? 1 : count,
    settings: isChange ? { ...settings, seed } : settings,
    ...(reference !== null && { reference }),
    parent: { job, index },
  }
}

/** Pixels of the pictures to come: a picture that follows the draft has the shape that a reference gives it. */
export const stepSize = ({ width, height }: Recipe, { action }: Step): Size =>
  (action in FREEDOM ? followSize({ width, height }) : null) ?? { width, height }
