import * as v from 'valibot'
import { DocumentId } from '../../../shared/ids.ts'
import type { RandomBytes } from '../../../shared/random-id.ts'
import { randomId } from '../../../shared/random-id.ts'
import { undoStep } from './undo-step.ts'

const KEY = 'document'

/**
 * Reads the document's id; made at the first call in the document's life, in an undo step of its own. When she undoes
 * even that, the next call writes the same one again.
 */
export const createDocumentId = (randomBytes: RandomBytes): (() => DocumentId) => {
  let current = v.parse(DocumentId, randomId('doc', randomBytes))
  return () => {
    const stored = v.safeParse(DocumentId, figma.root.getPluginData(KEY))
    if (stored.success) current = stored.output
    else undoStep(() => figma.root.setPluginData(KEY, current))
    return current
  }
}
