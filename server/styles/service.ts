import { AppError } from '../../shared/errors.ts'
import { FIRST_STYLE } from '../../shared/first-style.ts'
import type { StyleId } from '../../shared/ids.ts'
import type { Style, StyleDraft } from '../../shared/style.ts'
import { slug } from './slug.ts'
import type { StyleStore } from './store.ts'

export type Styles = {
  list: () => Style[]
  find: (id: StyleId) => Style | null
  create: (draft: StyleDraft) => Style
  /** Throws AppError `not_found`. */
  update: (id: StyleId, draft: StyleDraft) => Style
  /** Throws AppError `not_found`, or `conflict` for the last one. */
  remove: (id: StyleId) => void
}

/** The styles; a new proxy starts with the one that ships. */
export const createStyles = (store: StyleStore): Styles => {
  if (store.list().length === 0) store.put(FIRST_STYLE)

  const mustExist = (id: StyleId): void => {
    if (store.get(id) === null)
      throw new AppError('not_found', 'This style is not there any more. Choose another one.')
  }

  return {
    list: store.list,
    find: store.get,
    create: (draft) => {
      const style = { id: slug(draft.name, (id) => store.get(id) !== null), ...draft }
      store.put(style)
      return style
    },
    update: (id, draft) => {
      mustExist(id)
      const style = { id, ...draft }
      store.put(style)
      return style
    },
    remove: (id) => {
      mustExist(id)
      if (store.list().length === 1)
        throw new AppError(
          'conflict',
          'This is the only style, so it stays. Add another one first.',
        )
      store.remove(id)
    },
  }
}
