import { AppError } from '../../shared/errors.ts'
import type { BriefDraft, BriefId, SavedBrief } from '../../shared/saved-brief.ts'
import { BRIEFS_LIMIT, TAGS_LIMIT } from '../../shared/saved-brief.ts'
import type { BriefStore } from './store.ts'

export type Briefs = {
  /** By name. */
  list: () => SavedBrief[]
  /**
   * Keeps them all, or none: throws AppError `conflict` when they are too many. `merged` counts those whose words were
   * there already; such a brief keeps its name.
   */
  save: (drafts: readonly BriefDraft[]) => { briefs: SavedBrief[]; merged: number }
  /** Throws AppError `not_found`. */
  update: (id: BriefId, draft: BriefDraft) => SavedBrief
  /** Throws AppError `not_found`. */
  remove: (id: BriefId) => void
}

/** The words of a brief, which two that are the same have in common. */
const wordsOf = (text: string): string => text.trim().replace(/\s+/g, ' ')

const tagsOf = (...lists: readonly (readonly string[])[]): string[] =>
  [...new Set(lists.flat())].slice(0, TAGS_LIMIT)

/** Briefs worth keeping: of the whole team, as styles are. */
export const createBriefs = (store: BriefStore, newId: () => BriefId): Briefs => {
  const mustExist = (id: BriefId): void => {
    if (store.get(id) === null)
      throw new AppError('not_found', 'This brief is not saved any more: somebody deleted it.')
  }

  return {
    list: () => store.list().sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)),
    save: (drafts) => {
      const known = new Map(store.list().map((brief) => [wordsOf(brief.text), brief]))
      const saved = new Map<BriefId, SavedBrief>()
      let merged = 0
      for (const draft of drafts) {
        const words = wordsOf(draft.text)
        const same = known.get(words)
        const brief =
          same === undefined
            ? { id: newId(), ...draft, tags: tagsOf(draft.tags) }
            : { ...same, tags: tagsOf(same.tags, draft.tags) }
        if (same !== undefined) merged += 1
        known.set(words, brief)
        saved.set(brief.id, brief)
      }
      if (known.size > BRIEFS_LIMIT)
        throw new AppError(
          'conflict',
          `The proxy keeps at most ${BRIEFS_LIMIT} briefs, and this would make ${known.size}. Nothing was saved: delete some first.`,
        )
      const briefs = [...saved.values()]
      store.put(briefs)
      return { briefs, merged }
    },
    update: (id, draft) => {
      mustExist(id)
      const brief = { id, ...draft, tags: tagsOf(draft.tags) }
      store.put([brief])
      return brief
    },
    remove: (id) => {
      mustExist(id)
      store.remove(id)
    },
  }
}
