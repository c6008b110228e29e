import { Consent } from '../../../shared/consent.ts'
import { versioned } from '../../../shared/versioned.ts'
import { undoStep } from './undo-step.ts'

const KEY = 'consent'
const stored = versioned(Consent)

/** Her answer for this document, as plugin data of the file's root: it travels with the file. */
export const readConsent = (): Consent => stored.read(figma.root.getPluginData(KEY))

export const writeConsent = (consent: Consent): void =>
  undoStep(() => figma.root.setPluginData(KEY, consent === null ? '' : stored.write(consent)))
