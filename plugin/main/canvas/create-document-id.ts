import * as v from 'valibot'
import { DocumentId } from '../../../shared/ids.ts'
import type { RandomBytes } from '../../../shared/random-id.ts'
import { randomId } from '../../../shared/random-id.ts'
import { undoStep } from './undo-step.ts'

const KEY = 'document'

/** The document's id, as plugin data of the file's root. */
export type DocumentIdentity = {
  /** Reads it, and changes nothing: a file that was only looked at stays as it was. */
  read: () => DocumentId
  /** Writes it once in the document's life, in an undo step of its own. If she undoes even that: the same one again. */
  keep: () => void
}

export const createDocumentId = (randomBytes: RandomBytes): DocumentIdentity => {
  let current = v.parse(DocumentId, randomId('doc', randomBytes))
  const readStored = () => v.safeParse(DocumentId, figma.root.getPluginData(KEY))
  return {
    read: () => {
      const stored = readStored()
      if (stored.success) current = stored.output
      return current
    },
    keep: () => {
      if (!readStored().success) undoStep(() => figma.root.setPluginData(KEY, current))
    },
  }
}
