import type { Mark } from '../../shared/mark.ts'
import type { PictureRef } from '../../shared/picture-ref.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { FinishedWork, Tidying, steerProcedures } from '../../shared/steer-procedures.ts'

/** What was asked of the canvas about its drafts, oldest first. */
export type SteeringState = {
  readonly marked: { pictures: PictureRef[]; mark: Mark | null }[]
  readonly linked: { node: string; of: PictureRef | null }[]
  readonly tidied: Tidying[]
  /** Hers in the file. */
  readonly finished: readonly FinishedWork[]
}

export const createSteeringState = (): SteeringState => ({
  marked: [],
  linked: [],
  tidied: [],
  finished: [],
})

export const scriptedSteering = (state: SteeringState): Handlers<typeof steerProcedures> => ({
  mark: (input) => {
    state.marked.push(input)
    return undefined
  },
  linkFinished: (input) => {
    state.linked.push(input)
    return { outcome: 'linked' as const }
  },
  listFinished: () => ({ finished: [...state.finished] }),
  tidy: ({ how }) => {
    state.tidied.push(how)
    return { count: 2 }
  },
})
