import type { notices } from '../../../shared/canvas.ts'
import type { Placeholder } from '../../../shared/picture-ref.ts'
import type { Selection } from '../../../shared/selection.ts'
import type { Notify } from '../../../shared/notices.ts'
import { coalesce } from '../coalesce.ts'
import type { Finder } from './create-finder.ts'
import { describeSelection } from './describe-selection.ts'
import { looseRejects } from '../steer/loose-rejects.ts'
import { toPlaceholder } from './to-placeholder.ts'

/** Milliseconds between two looks at the canvas while she drags or edits. */
const PAUSE = 100

type CanvasState = {
  readonly selection: Selection
  readonly placeholders: Placeholder[]
  readonly rejects: number
}

export const listPlaceholders = async (finder: Finder): Promise<Placeholder[]> =>
  (await finder.placeholders()).map(toPlaceholder).filter((placeholder) => placeholder !== null)

/**
 * Tells the panel what differs from what it last heard, whoever changed it. Edits are heard on the current page only:
 * hearing the whole document would load all of it (typings: PluginAPI.on, documentchange). `start` answers with what
 * the panel begins from.
 */
export const watchCanvas = (options: {
  readonly finder: Finder
  readonly notify: Notify<typeof notices>
  readonly onError: (error: unknown) => void
}): { readonly start: () => Promise<CanvasState> } => {
  const { finder, notify, onError } = options
  let heard = { selection: '', placeholders: '', rejects: 0 }
  let watched: PageNode | null = null

  const look = async (): Promise<CanvasState> => ({
    placeholders: await listPlaceholders(finder),
    selection: describeSelection(),
    rejects: looseRejects(figma.currentPage).length,
  })
  const remember = ({ selection, placeholders, rejects }: CanvasState): void => {
    heard = {
      selection: JSON.stringify(selection),
      placeholders: JSON.stringify(placeholders),
      rejects,
    }
  }
  const report = async (): Promise<void> => {
    const state = await look()
    const before = heard
    remember(state)
    if (heard.selection !== before.selection) notify('selectionChanged', state.selection)
    if (heard.placeholders !== before.placeholders)
      notify('placeholdersChanged', state.placeholders)
    if (heard.rejects !== before.rejects) notify('rejectsChanged', state.rejects)
  }
  const soon = coalesce(() => void report().catch(onError), PAUSE)
  const watchPage = (): void => {
    if (watched !== null && !watched.removed) watched.off('nodechange', soon)
    watched = figma.currentPage
    watched.on('nodechange', soon)
    soon()
  }

  return {
    start: async () => {
      if (watched === null) {
        figma.on('selectionchange', soon)
        figma.on('currentpagechange', watchPage)
        watchPage()
      }
      const state = await look()
      remember(state)
      return state
    },
  }
}
