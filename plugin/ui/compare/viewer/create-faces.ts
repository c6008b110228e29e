import { signal } from '@preact/signals-core'
import type { Face } from '../../../../shared/face.ts'
import type { Layer } from '../../../../shared/selection.ts'
import type { Panel } from '../../panel.ts'

/** A chibi figurine's head is large; a person on a photo is seen to the chest, as a rule. */
const OF_DRAFT: Face = { x: 0.5, y: 0.4, r: 0.17 }
const OF_OTHER: Face = { x: 0.5, y: 0.42, r: 0.16 }

/** Where the faces are, as she said it or as they usually are. What she says of a picture holds in every pair. */
export const createFaces = ({
  canvas,
  document,
  report,
}: Pick<Panel, 'canvas' | 'document' | 'report'>) => {
  const known = signal<ReadonlyMap<string, Face>>(new Map())
  const keyOf = ({ node, recipe }: Layer): string => recipe?.file ?? `${document} ${node}`
  canvas.loadFaces(undefined).then((faces) => {
    known.value = new Map([...faces.map(({ of, face }) => [of, face] as const), ...known.value])
  }, report)
  return {
    of: (layer: Layer): Face =>
      known.value.get(keyOf(layer)) ?? (layer.recipe === null ? OF_OTHER : OF_DRAFT),
    put: (layer: Layer, face: Face): void => {
      const next = new Map(known.value)
      next.delete(keyOf(layer))
      known.value = next.set(keyOf(layer), face)
    },
    keep: (): void => {
      canvas.saveFaces([...known.value].map(([of, face]) => ({ of, face }))).catch(report)
    },
  }
}
export type FaceStore = ReturnType<typeof createFaces>
