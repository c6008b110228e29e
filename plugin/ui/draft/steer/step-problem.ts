import { BRIEF_LIMIT } from '../../../../shared/generate-request.ts'
import type { Capabilities, Status } from '../../../../shared/contract/index.ts'
import type { Recipe } from '../../../../shared/recipe.ts'
import type { Connection } from '../../proxy/connection.ts'
import type { Step } from './step.ts'
import { FREEDOM } from './step.ts'

export type StepSurroundings = {
  readonly connection: Connection['state']
  readonly status: Status | null
  /** Of what drew the draft; null when this proxy does not have it. */
  readonly capabilities: Capabilities | null
}

/** Why a draft cannot be taken further this way now, in words; null when it can. */
export const stepProblem = (
  recipe: Recipe,
  step: Step,
  { connection, status, capabilities }: StepSurroundings,
): string | null => {
  if (connection !== 'connected' || status === null) return 'Waiting for the proxy'
  if (!status.styles.some(({ id }) => id === recipe.style.id))
    return `The proxy has no style “${recipe.style.name}” any more`
  if (capabilities === null) return 'The proxy does not have the engine of this draft'
  if (step.action in FREEDOM && !capabilities.referenceUses.includes('follow'))
    return 'The model of this draft cannot follow a picture'
  if (step.action !== 'change') return null
  const brief = step.brief.trim()
  if (brief === '') return 'Write what the figurine is'
  if (brief.length > BRIEF_LIMIT) return `A brief has at most ${BRIEF_LIMIT} characters`
  return brief === recipe.brief.trim() ? 'Change a word first' : null
}
