import type { notices } from '../../../shared/canvas.ts'
import type { Placeholder } from '../../../shared/picture-ref.ts'
import type { Selection } from '../../../shared/selection.ts'
import type { Notify } from '../../../shared/notices.ts'
import { coalesce } from '../coalesce.ts'
import type { SweepView } from '../../../shared/sweep-procedures.ts'
import type { SweepId } from '../../../shared/ids.ts'
import { drawnJobs } from '../sweep/drawn-jobs.ts'
import { findSweeps } from '../sweep/sweep-data.ts'
import { viewSweep } from '../sweep/view-sweep.ts'
import type { Finder, Picture } from './create-finder.ts'
import { describeSelection } from './describe-selection.ts'
import { looseRejects } from '../steer/loose-rejects.ts'
import { toPlaceholder } from './to-placeholder.ts'

/** Milliseconds between two looks at the canvas while she drags or edits. */
const PAUSE = 100

type CanvasState = {
  readonly selection: Selection
  readonly placeholders: Placeholder[]
  readonly rejects: number
  readonly sweeps: SweepView[]
}

export const placeholdersOf = (pictures: readonly Picture[]): Placeholder[] =>
  pictures.map(({ frame }) => toPlaceholder(frame)).filter((placeholder) => placeholder !== null)

/**
 * Tells the panel what differs from what it last heard, whoever changed it. Edits are heard on the current page only:
 * hearing the whole document would load all of it (typings: PluginAPI.on, documentchange). `start` answers with what
 * the panel begins from.
 */
export const watchCanvas = (options: {
  readonly finder: Finder
  readonly notify: Notify<typeof notices>
  readonly isMine: (sweep: SweepId) => boolean
  readonly onError: (error: unknown) => void
}): { readonly start: () => Promise<CanvasState> } => {
  const { finder, notify, isMine, onError } = options
  let heard = { selection: '', placeholders: '', rejects: 0, sweeps: '' }
  let watched: PageNode | null = null

  const look = async (): Promise<CanvasState> => {
    const pictures = await finder.pictures()
    const drawn = drawnJobs(pictures)
    const sweeps = await findSweeps()
    return {
      placeholders: placeholdersOf(pictures),
      selection: describeSelection(),
      rejects: looseRejects(figma.currentPage).length,
      sweeps: sweeps.map((sweep) => viewSweep(sweep, { drawn, isMine })),
    }
  }
  const remember = ({ selection, placeholders, rejects, sweeps }: CanvasState): void => {
    heard = {
      selection: JSON.stringify(selection),
      placeholders: JSON.stringify(placeholders),
      rejects,
      sweeps: JSON.stringify(sweeps),
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
    if (heard.sweeps !== before.sweeps) notify('sweepsChanged', state.sweeps)
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
