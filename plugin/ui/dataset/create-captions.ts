import { computed, signal } from '@preact/signals-core'
import type { PieceView } from '../../../shared/contract/dataset-routes.ts'
import { countPhrases, likeness } from '../../../shared/count-phrases.ts'
import type { PieceId } from '../../../shared/ids.ts'
import type { Dataset } from './create-dataset.ts'

type Edit = { readonly id: PieceId; readonly before: string; readonly after: string }

/** A caption that has less in common is not worth offering. */
const LIKE = 0.25

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Captions with another text in place of one, whatever its case. */
export const replaceIn = (caption: string, find: string, replacement: string): string => {
  const pattern = new RegExp(escaped(find), 'giu')
  if (find === '' || caption.search(pattern) < 0) return caption
  return caption
    .replace(pattern, () => replacement)
    .replace(/\s+/g, ' ')
    .trim()
}

/** The captions of a dataset: one by one and all at once, each step to be undone. */
export const createCaptions = (dataset: Dataset, wordsIn: (caption: string) => string) => {
  const steps = signal<readonly (readonly Edit[])[]>([])

  const find = (id: PieceId): PieceView | undefined =>
    dataset.pieces.peek().find((piece) => piece.id === id)

  /** Those that somebody changed meanwhile stay as they are. */
  const apply = async (edits: readonly Edit[]): Promise<void> => {
    for (const { id, before, after } of edits) {
      const piece = find(id)
      if (piece?.caption === before) await dataset.change(piece, { caption: after })
    }
  }
  const step = async (edits: readonly Edit[]): Promise<void> => {
    const real = edits.filter(({ before, after }) => before !== after)
    if (real.length === 0) return
    steps.value = [...steps.peek(), real]
    await apply(real)
  }

  return {
    canUndo: computed(() => steps.value.length > 0),
    phrases: computed(() =>
      countPhrases(dataset.pieces.value.map(({ caption }) => wordsIn(caption))),
    ),
    write: (piece: PieceView, caption: string): Promise<void> =>
      step([{ id: piece.id, before: piece.caption, after: caption }]),
    /** What a replacement would change. */
    matches: (text: string): number =>
      dataset.pieces.value.filter(({ caption }) => replaceIn(caption, text, '') !== caption).length,
    replaceAll: (text: string, replacement: string): Promise<void> =>
      step(
        dataset.pieces.peek().map(({ id, caption }) => ({
          id,
          before: caption,
          after: replaceIn(caption, text, replacement),
        })),
      ),
    /** The other captions that are most like this text, best first. */
    similar: (text: string, except: PieceId | null): readonly PieceView[] =>
      dataset.pieces.value
        .filter(({ id, caption }) => id !== except && caption !== '' && caption !== text)
        .map((piece) => ({ piece, value: likeness(wordsIn(piece.caption), wordsIn(text)) }))
        .filter(({ value }) => value >= LIKE)
        .sort((a, b) => b.value - a.value)
        .slice(0, 3)
        .map(({ piece }) => piece),
    undo: async (): Promise<void> => {
      const last = steps.peek().at(-1)
      if (last === undefined) return
      steps.value = steps.peek().slice(0, -1)
      await apply(last.map(({ id, before, after }) => ({ id, before: after, after: before })))
    },
  }
}
export type Captions = ReturnType<typeof createCaptions>
