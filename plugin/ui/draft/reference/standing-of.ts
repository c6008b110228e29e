import type { Consent } from '../../../../shared/consent.ts'
import type { Capabilities } from '../../../../shared/contract/index.ts'
import type { ChosenReference } from '../../../../shared/draft-form.ts'

/**
 * What a press does with the chosen reference. `unable`: the model cannot use it. `unasked` and `refused`: it would
 * leave this computer, and she has not said whether it may, or said no.
 */
export type Standing = 'off' | 'unable' | 'unasked' | 'refused' | 'used'

/** `sentTo` as destinationOf gives it. */
export const standingOf = (
  chosen: ChosenReference | null,
  { referenceUses }: Capabilities,
  sentTo: string | null,
  consent: Consent,
): Standing => {
  if (chosen === null || !chosen.on) return 'off'
  if (!referenceUses.includes(chosen.use)) return 'unable'
  if (sentTo === null || consent === 'allowed') return 'used'
  return consent ?? 'unasked'
}
