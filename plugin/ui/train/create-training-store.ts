import { computed, signal } from '@preact/signals-core'
import type { TrainingView } from '../../../shared/contract/index.ts'
import type { TrainingId } from '../../../shared/ids.ts'

/** The trainings that the panel knows, whichever way they came: what was overtaken changes nothing. */
export const createTrainingStore = () => {
  const trainings = signal<ReadonlyMap<TrainingId, TrainingView>>(new Map())
  return {
    trainings,
    /** Newest first. */
    list: computed(() =>
      [...trainings.value.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
    ),
    put: (views: readonly TrainingView[]): void => {
      const next = new Map(trainings.value)
      // Progress comes between changes that are kept: it has the sequence of the change before.
      for (const view of views)
        if (view.sequence >= (next.get(view.id)?.sequence ?? 0)) next.set(view.id, view)
      trainings.value = next
    },
  }
}
export type TrainingStore = ReturnType<typeof createTrainingStore>
