import type { ReadonlySignal } from '@preact/signals-core'
import { batch, computed, signal } from '@preact/signals-core'
import * as v from 'valibot'
import type {
  DatasetDiff,
  DatasetSummary,
  DatasetView,
  PieceView,
  VersionSummary,
} from '../../../shared/contract/dataset-routes.ts'
import { DatasetId, PieceId } from '../../../shared/ids.ts'
import type { PieceDraft } from '../../../shared/piece.ts'
import { randomId } from '../../../shared/random-id.ts'
import type { Style } from '../../../shared/style.ts'
import type { Panel } from '../panel.ts'
import { saveFile } from './save-file.ts'

/** All of a piece that can be written. */
const draftOf = ({
  id: _id,
  number: _number,
  name: _name,
  revision: _revision,
  changedAt: _at,
  ...draft
}: PieceView): PieceDraft => draft

/** A style's dataset on the proxy: its pieces, its frozen versions. Each change rejects with words for her. */
export const createDataset = (
  panel: Pick<Panel, 'api' | 'randomBytes'>,
  style: ReadonlySignal<Style | null>,
) => {
  const { api } = panel
  const view = signal<DatasetView | null>(null)
  /** Newest first. */
  const versions = signal<readonly VersionSummary[]>([])
  /** Files of the newest version's pieces, by piece. */
  const frozen = signal<ReadonlyMap<PieceId, PieceDraft['file']>>(new Map())
  const isLoaded = signal(false)
  let latest = 0

  const forget = (): void => {
    view.value = null
    versions.value = []
    frozen.value = new Map()
  }

  const loadVersions = async (id: DatasetId): Promise<void> => {
    const { versions: list } = await api.listVersions({ params: { id } })
    const [newest] = list
    const pieces =
      newest === undefined
        ? []
        : (await api.getVersion({ params: { id, version: String(newest.number) } })).version.pieces
    batch(() => {
      versions.value = list
      frozen.value = new Map(pieces.map((piece) => [piece.id, piece.file]))
    })
  }

  const load = async (): Promise<void> => {
    const mine = (latest += 1)
    const chosen = style.peek()
    if (chosen === null) return forget()
    if (view.peek()?.style !== chosen.id) forget()
    const [first] = (await api.listDatasets({ query: { style: chosen.id } })).datasets
    const found = first === undefined ? null : await api.getDataset({ params: { id: first.id } })
    if (mine !== latest) return
    batch(() => {
      if (found === null) forget()
      else view.value = found.dataset
      isLoaded.value = true
    })
    if (first !== undefined) await loadVersions(first.id)
  }

  const takeSummary = (summary: DatasetSummary, pieces: readonly PieceView[]): void => {
    view.value = { ...summary, pieces: [...pieces] }
  }

  /** The dataset; the style's first one is begun when it has none. */
  const begin = async (): Promise<DatasetView> => {
    if (view.peek() !== null) await load()
    const known = view.peek()
    if (known !== null) return known
    const chosen = style.peek()
    if (chosen === null) throw new Error('There is no style to begin a dataset for.')
    const id = v.parse(DatasetId, randomId('set', panel.randomBytes))
    const body = { id, style: chosen.id, name: chosen.name }
    const { dataset } = await api.createDataset({ body })
    takeSummary(dataset, [])
    return { ...dataset, pieces: [] }
  }

  const put = async (id: PieceId, draft: PieceDraft): Promise<PieceView> => {
    const { id: set } = view.peek() ?? (await begin())
    const known = view.peek()?.pieces ?? []
    const revision = known.find((piece) => piece.id === id)?.revision ?? 0
    const answer = await api.putPiece({
      params: { id: set, piece: id },
      body: { ...draft, revision },
    })
    const others = view.peek()?.pieces ?? []
    const isNew = others.every((piece) => piece.id !== id)
    takeSummary(
      answer.dataset,
      isNew
        ? [...others, answer.piece]
        : others.map((piece) => (piece.id === id ? answer.piece : piece)),
    )
    return answer.piece
  }

  /** What somebody else did meanwhile is looked at before she is told why it did not go. */
  const orLoad = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      await load().catch(() => undefined)
      throw error
    }
  }
  const require = (): DatasetView => {
    const known = view.peek()
    if (known === null) throw new Error('There is no dataset yet.')
    return known
  }

  return {
    style,
    view,
    versions,
    frozen,
    isLoaded,
    pieces: computed(() => view.value?.pieces ?? []),
    load,
    begin,
    newPieceId: () => v.parse(PieceId, randomId('piece', panel.randomBytes)),
    put: (id: PieceId, draft: PieceDraft): Promise<PieceView> => orLoad(put(id, draft)),
    /** New pieces, one after another, such as the cells of a sheet. */
    add: async (drafts: readonly PieceDraft[]): Promise<void> => {
      await begin()
      for (const draft of drafts)
        await orLoad(put(v.parse(PieceId, randomId('piece', panel.randomBytes)), draft))
    },
    change: (piece: PieceView, changes: Partial<PieceDraft>): Promise<PieceView> =>
      orLoad(put(piece.id, { ...draftOf(piece), ...changes })),
    remove: async (piece: PieceView): Promise<void> => {
      const { id, pieces } = require()
      const query = { revision: String(piece.revision) }
      const { dataset } = await orLoad(api.removePiece({ params: { id, piece: piece.id }, query }))
      takeSummary(
        dataset,
        pieces.filter((one) => one.id !== piece.id),
      )
    },
    /** One piece so many places later; earlier when `by` is negative. */
    move: async (piece: PieceView, by: number): Promise<void> => {
      const { id, revision, pieces } = require()
      const order = pieces.map((one) => one.id)
      const at = order.indexOf(piece.id)
      const to = Math.min(order.length - 1, Math.max(0, at + by))
      order.splice(to, 0, ...order.splice(at, 1))
      const body = { revision, pieces: order }
      view.value = (await orLoad(api.orderPieces({ params: { id }, body }))).dataset
    },
    /** False when nothing has changed since the newest version, which stays the newest then. */
    freeze: async (): Promise<boolean> => {
      const { id, revision } = require()
      const before = versions.peek()[0]?.number
      const { version } = await orLoad(api.freezeDataset({ params: { id }, body: { revision } }))
      await loadVersions(id)
      return version.number !== before
    },
    /** From a version to the dataset as it is now. */
    diff: async (from: number): Promise<DatasetDiff> => {
      const params = { id: require().id }
      return (await api.diffDataset({ params, query: { from: String(from) } })).diff
    },
    save: async ({ dataset, number, archive }: VersionSummary): Promise<void> =>
      saveFile(archive.name, await api.archive(dataset, number)),
  }
}
export type Dataset = ReturnType<typeof createDataset>
