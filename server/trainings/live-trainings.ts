import type { TrainingId } from '../../shared/ids.ts'
import type { Hub } from '../jobs/hub.ts'
import type { TrainingLive } from './trainers.ts'

export type LiveTrainings = {
  set: (id: TrainingId, live: TrainingLive) => void
  /** Says something about a training, beside where it stands; null takes it back. */
  say: (id: TrainingId, note: string | null) => void
  get: (id: TrainingId) => TrainingLive | null
  clear: (id: TrainingId) => void
}

const NOTHING_YET: TrainingLive = {
  progress: {
    stage: 'preparing',
    fraction: null,
    step: null,
    secondsLeft: null,
    usd: 0,
    note: null,
  },
  losses: [],
  log: '',
}

/** Where trainings stand, in memory only. */
export const createLiveTrainings = (hub: Hub): LiveTrainings => {
  const all = new Map<TrainingId, TrainingLive>()
  const set = (training: TrainingId, live: TrainingLive): void => {
    all.set(training, live)
    hub.publish({ type: 'training-moved', training })
  }
  return {
    set,
    say: (id, note) => {
      const live = all.get(id) ?? NOTHING_YET
      set(id, { ...live, progress: { ...live.progress, note } })
    },
    get: (id) => all.get(id) ?? null,
    clear: (id) => {
      all.delete(id)
    },
  }
}
