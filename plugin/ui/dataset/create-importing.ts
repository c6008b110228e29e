import { signal } from '@preact/signals-core'
import type { ImportView } from '../../../shared/contract/import-routes.ts'
import type { Consent } from '../../../shared/piece.ts'
import type { Panel } from '../panel.ts'
import { sleep } from '../sleep.ts'
import type { Dataset } from './create-dataset.ts'
import type { TrainingSet } from './training-set.ts'

/** Milliseconds between two looks at an import. */
const PAUSE = 400

/** A set that she chose, is being sent, or that the proxy takes in. */
export type Importing =
  | { readonly state: 'chosen'; readonly set: TrainingSet }
  | { readonly state: 'sending' }
  | { readonly state: 'sent'; readonly view: ImportView }

/** An existing training set on its way into the dataset: all of its pictures, or none. */
export const createImporting = (
  { api, clock }: Pick<Panel, 'api' | 'clock'>,
  dataset: Pick<Dataset, 'begin' | 'load'>,
) => {
  const current = signal<Importing | null>(null)

  const follow = async (view: ImportView): Promise<void> => {
    current.value = { state: 'sent', view }
    if (view.state !== 'running') return view.state === 'succeeded' ? dataset.load() : undefined
    await sleep(clock, PAUSE, new AbortController().signal)
    const params = { id: view.dataset, import: view.id }
    return follow((await api.getImport({ params })).import)
  }

  return {
    current,
    choose: (set: TrainingSet): void => {
      const now = current.value
      const isBusy =
        now?.state === 'sending' || (now?.state === 'sent' && now.view.state === 'running')
      if (!isBusy) current.value = { state: 'chosen', set }
    },
    dismiss: (): void => {
      current.value = null
    },
    /** Rejects with words for her; nothing was added then. */
    send: async ({ read }: TrainingSet, consent: Consent): Promise<void> => {
      current.value = { state: 'sending' }
      try {
        const archive = await read()
        const { id } = await dataset.begin()
        await follow(await api.importArchive(id, consent, archive))
      } catch (error) {
        current.value = null
        throw error
      }
    },
    cancel: async ({ id, dataset: set }: ImportView): Promise<void> => {
      await api.cancelImport({ params: { id: set, import: id } })
    },
  }
}
