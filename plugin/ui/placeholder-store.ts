import { computed, signal } from '@preact/signals-core'
import type { PictureRef, Placeholder } from '../../shared/picture-ref.ts'

/** One picture of one job as a key. */
export const pictureKey = (picture: PictureRef): string => `${picture.job}/${picture.index}`

/** The placeholders in the file, as far as the main thread has told. */
export const createPlaceholderStore = () => {
  const list = signal<readonly Placeholder[]>([])
  const byKey = computed(
    () => new Map(list.value.map((placeholder) => [pictureKey(placeholder), placeholder])),
  )
  const without = (pictures: readonly PictureRef[]) => {
    const keys = new Set(pictures.map(pictureKey))
    return list.value.filter((placeholder) => !keys.has(pictureKey(placeholder)))
  }
  return {
    list,
    byKey,
    add: (added: readonly Placeholder[]): void => {
      list.value = [...without(added), ...added]
    },
    remove: (pictures: readonly PictureRef[]): void => {
      list.value = without(pictures)
    },
    /** They say why they failed; null: they wait again. */
    mark: (pictures: readonly PictureRef[], failure: string | null): void => {
      const keys = new Set(pictures.map(pictureKey))
      list.value = list.value.map((placeholder) =>
        keys.has(pictureKey(placeholder)) ? { ...placeholder, failure } : placeholder,
      )
    },
  }
}
export type PlaceholderStore = ReturnType<typeof createPlaceholderStore>
