import { AppError } from '../../shared/errors.ts'
import { FIRST_STYLE } from '../../shared/first-style.ts'
import type { StyleId } from '../../shared/ids.ts'
import type { Style, StyleDraft } from '../../shared/style.ts'
import type { StyleVersion } from '../../shared/style-version.ts'
import type { Clock } from '../clock.ts'
import { slug } from './slug.ts'
import type { StyleStore } from './store.ts'
import type { NewVersion } from './versions.ts'
import { findVersion, recordModel, replaceVersion, withVersion } from './versions.ts'

type VersionChanges = Pick<StyleVersion, 'note' | 'state'>

/** All of one style throw AppError `not_found`. */
export type Styles = {
  list: () => Style[]
  find: (id: StyleId) => Style | null
  create: (draft: StyleDraft) => Style
  /** A model that the style does not have yet becomes its next version. */
  update: (id: StyleId, draft: StyleDraft) => Style
  /** Throws AppError `conflict` for the last one. */
  remove: (id: StyleId) => void
  /** The default version stays. Throws AppError `conflict` for a model that the style has already. */
  addVersion: (id: StyleId, version: NewVersion) => Style
  /** Throws AppError `conflict` where the default version would retire. */
  changeVersion: (id: StyleId, number: number, changes: VersionChanges) => Style
  /** Makes a version the default one; a retired one is active again. */
  chooseVersion: (id: StyleId, number: number) => Style
}

/** The styles; a new proxy starts with the one that ships. */
export const createStyles = (store: StyleStore, clock: Pick<Clock, 'now'>): Styles => {
  if (store.list().length === 0) store.put(FIRST_STYLE)

  const existing = (id: StyleId): Style => {
    const style = store.get(id)
    if (style === null)
      throw new AppError('not_found', 'This style is not there any more. Choose another one.')
    return style
  }
  const now = (): string => new Date(clock.now()).toISOString()
  const keep = (style: Style): Style => {
    const recorded = recordModel(style, now())
    store.put(recorded)
    return recorded
  }

  return {
    list: store.list,
    find: store.get,
    create: (draft) =>
      keep({ id: slug(draft.name, (id) => store.get(id) !== null), ...draft, versions: [] }),
    update: (id, draft) => keep({ ...existing(id), ...draft }),
    remove: (id) => {
      existing(id)
      if (store.list().length === 1)
        throw new AppError(
          'conflict',
          'This is the only style, so it stays. Add another one first.',
        )
      store.remove(id)
    },
    addVersion: (id, version) => keep(withVersion(existing(id), version, now())),
    changeVersion: (id, number, changes) => {
      const style = existing(id)
      if (findVersion(style, number).model === style.model && changes.state === 'retired')
        throw new AppError(
          'conflict',
          `v${number} is the current version. Make another one the default first.`,
        )
      return keep(replaceVersion(style, number, changes))
    },
    chooseVersion: (id, number) => {
      const style = existing(id)
      return keep({ ...style, model: findVersion(style, number).model })
    },
  }
}
