import { computed, signal } from '@preact/signals-core'
import { buildCaption, wordsFromHints } from '../../../shared/build-caption.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Exported, PieceChoices } from '../../../shared/piece-memory.ts'
import type { PieceDraft } from '../../../shared/piece.ts'
import { PIECE_SIDE } from '../../../shared/piece.ts'
import { GENERATED_LIMIT } from '../../../shared/training.ts'
import type { Panel } from '../panel.ts'
import { wordsOf } from '../words/words-of.ts'
import type { Candidate, Known } from './candidate.ts'
import { choicesOf } from './candidate.ts'
import type { Dataset } from './create-dataset.ts'
import type { Selected } from './create-selected.ts'
import { encodePiece } from './encode-piece.ts'

/** An export that runs or has ended. */
export type Run = {
  readonly done: number
  readonly total: number
  /** The layer that is being drawn. */
  readonly name: string
  readonly failures: readonly { readonly name: string; readonly why: string }[]
  readonly state: 'running' | 'stopping' | 'ended'
}

const ENDED = { state: 'ended' } as const

type Memory = { readonly node: string; readonly exported: Exported; readonly choices: PieceChoices }

/** What goes wrong with every piece, not with this one. */
const isEverybodys = (error: unknown): boolean =>
  !(error instanceof AppError) || !['canvas_failed', 'invalid_request'].includes(error.code)

const marksOf = ({ fit }: PieceChoices, share: number, padding: number): PieceDraft['marks'] => [
  ...(share > GENERATED_LIMIT ? (['trainAnyway'] as const) : []),
  ...(padding > 0 ? (['padded'] as const) : []),
  ...(fit === 'whole' ? [] : (['cropped'] as const)),
]

/** From selected layers to pieces of the dataset: one at a time, each told of, to be stopped and taken up again. */
export const createExport = (
  panel: Pick<Panel, 'canvas' | 'api' | 'document' | 'jobs'>,
  dataset: Dataset,
  selected: Selected,
) => {
  const { canvas, api } = panel
  const run = signal<Run | null>(null)
  const onlyChanged = signal(true)
  /** Captions of layers that are no pieces yet, as she wrote them. */
  const captions = signal<ReadonlyMap<string, string>>(new Map())
  let stop = new AbortController()

  const suggestion = ({ facts }: Known): string => {
    const style = dataset.style.value
    const { finishedOf, brief, hints } = facts
    const job = finishedOf === null ? undefined : panel.jobs.jobs.value.get(finishedOf.job)
    const words = brief ?? job?.request.brief ?? wordsFromHints(hints)
    return style === null || words === '' ? '' : buildCaption(style, words)
  }
  const captionOf = ({ node, known, piece }: Candidate): string =>
    piece?.caption ?? captions.value.get(node) ?? (known === null ? '' : suggestion(known))

  const todo = computed(() =>
    selected.candidates.value.filter((candidate) => {
      const { kind } = selected.standingOf(candidate)
      return kind === 'new' || kind === 'changed' || (kind === 'in-sync' && !onlyChanged.value)
    }),
  )

  /** A layer's training picture, as it is now, stored on the proxy. */
  const draw = async (node: string) => {
    const { bytes, content, padding } = await canvas.renderPiece({
      plan: selected.plan(node),
      side: PIECE_SIDE,
    })
    const png = await encodePiece(new Uint8Array(bytes), PIECE_SIDE)
    return { file: (await api.upload(png, 'image/png')).id, content, padding }
  }

  const exportOne = async (candidate: Candidate): Promise<Memory | null> => {
    const { node, piece } = candidate
    const fresh: Candidate = { ...candidate, known: await selected.lookAgain(node) }
    const { kind } = selected.standingOf(fresh)
    if (kind === 'refused' || fresh.known === null) return null
    const choices = choicesOf(fresh)
    const { share } = fresh.known
    const { file, ...picture } = await draw(node)
    const id = piece?.id ?? dataset.newPieceId()
    await dataset.put(id, {
      file,
      caption: captionOf(fresh),
      provenance: { type: 'frame', document: panel.document, node, render: file },
      consent: choices.consent,
      aiShare: share,
      heldOut: piece?.heldOut ?? false,
      marks: marksOf(choices, share, picture.padding),
      enlarged: 1,
      padding: picture.padding,
    })
    const style = dataset.view.peek()?.style
    return style === undefined
      ? null
      : { node, exported: { style, piece: id, content: picture.content }, choices }
  }

  const change = (changes: Partial<Run>): void => {
    const current = run.peek()
    if (current !== null) run.value = { ...current, ...changes }
  }

  const start = async (): Promise<void> => {
    const all = todo.peek()
    if (all.length === 0 || (run.peek() ?? ENDED).state !== 'ended') return
    stop = new AbortController()
    run.value = { done: 0, total: all.length, name: '', failures: [], state: 'running' }
    const memories: Memory[] = []
    try {
      await dataset.begin()
      for (const candidate of all) {
        if (stop.signal.aborted) break
        change({ name: candidate.name })
        try {
          const memory = await exportOne(candidate)
          if (memory !== null) memories.push(memory)
        } catch (error) {
          if (isEverybodys(error)) throw error
          const failure = { name: candidate.name, why: wordsOf(error) }
          change({ failures: [...(run.peek()?.failures ?? []), failure] })
        }
        change({ done: (run.peek()?.done ?? 0) + 1 })
      }
    } finally {
      change({ state: 'ended', name: '' })
      if (memories.length > 0) await canvas.rememberPieces({ pieces: memories })
      await selected.refresh()
    }
  }

  return {
    run,
    onlyChanged,
    captions,
    suggestion,
    captionOf,
    todo,
    draw,
    start,
    /** After the piece that is on its way: nothing is left half-written. */
    cancel: (): void => {
      stop.abort()
      change({ state: 'stopping' })
    },
    writeCaption: (node: string, caption: string): void => {
      captions.value = new Map([...captions.peek(), [node, caption]])
    },
  }
}
export type Export = ReturnType<typeof createExport>
