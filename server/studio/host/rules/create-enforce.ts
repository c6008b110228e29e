import { HostError } from '../host-error.ts'
import type { RuleId } from './rules.ts'

/** Throws `message` when what the rule demands does not hold, unless the rule is off. */
export type Enforce = {
  (rule: RuleId, holds: boolean, message: string): void
  /** For rules that change what happens instead of throwing. */
  readonly isOn: (rule: RuleId) => boolean
}

export const createEnforce = (rulesOff: readonly RuleId[]): Enforce => {
  const off = new Set(rulesOff)
  const isOn = (rule: RuleId): boolean => !off.has(rule)
  const enforce = (rule: RuleId, holds: boolean, message: string): void => {
    if (!holds && isOn(rule)) throw new HostError(message)
  }
  return Object.assign(enforce, { isOn })
}
