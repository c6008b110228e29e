import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Comparing } from './compare/create-comparing.ts'
import type { DatasetRoom } from './dataset/create-dataset-room.ts'
import type { Drafting } from './draft/drafting.ts'
import type { TrainRoom } from './train/create-train-room.ts'
import type { Panel } from './panel.ts'

export type Everything = {
  readonly panel: Panel
  readonly drafting: Drafting
  readonly comparing: Comparing
  readonly dataset: DatasetRoom
  readonly training: TrainRoom
}

export const PanelContext = createContext<Everything | null>(null)

/** What the components work on. Only inside the App. */
export const usePanel = (): Everything => {
  const everything = useContext(PanelContext)
  if (everything === null) throw new Error('usePanel needs the App around it.')
  return everything
}
