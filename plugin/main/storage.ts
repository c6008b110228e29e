import * as v from 'valibot'
import { BoardChoice } from '../../shared/board.ts'
import { DraftForm } from '../../shared/draft-form.ts'
import { Faces } from '../../shared/face.ts'
import type { Versioned } from '../../shared/versioned.ts'
import { versioned } from '../../shared/versioned.ts'

export const FORM_KEY = 'form'
export const WINDOW_KEY = 'window'
export const BOARD_KEY = 'board'
export const FACES_KEY = 'faces'

export const storedBoardChoice = versioned(BoardChoice)
export const storedFaces = versioned(Faces)
export const storedForm = versioned(DraftForm)
export const storedWindow = versioned(v.object({ width: v.number(), height: v.number() }))

/** A value of this person on this device; null for none, broken or unreadable. The plugin opens in any case. */
export const load = async <T>(key: string, { read }: Versioned<T>): Promise<T | null> => {
  try {
    const value: unknown = await figma.clientStorage.getAsync(key)
    return typeof value === 'string' ? read(value) : null
  } catch (error) {
    console.error(`Figma could not read the stored ${key}.`, error)
    return null
  }
}

export const save = <T>(key: string, { write }: Versioned<T>, value: T): Promise<void> =>
  figma.clientStorage.setAsync(key, write(value))
