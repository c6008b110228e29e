import type { Launch } from '../../shared/canvas.ts'
import type { PictureRef, Placeholder } from '../../shared/picture-ref.ts'
import type { Selection } from '../../shared/selection.ts'
import { notices, procedures } from '../../shared/canvas.ts'
import type { Consent } from '../../shared/consent.ts'
import type { DraftForm } from '../../shared/draft-form.ts'
import { AppError } from '../../shared/errors.ts'
import type { DocumentId } from '../../shared/ids.ts'
import { notifier } from '../../shared/notices.ts'
import type { Recipe } from '../../shared/recipe.ts'
import type { Port } from '../../shared/rpc.ts'
import { serve } from '../../shared/rpc.ts'
import type { DatasetState } from './scripted-dataset.ts'
import { createDatasetState, scriptedDataset } from './scripted-dataset.ts'
import { createBoardState, scriptedBoards } from './scripted-boards.ts'
import type { ScriptedSweep } from './scripted-sweeps.ts'
import { scriptedSweeps } from './scripted-sweeps.ts'
import type { SteeringState } from './scripted-steering.ts'
import { createSteeringState, scriptedSteering } from './scripted-steering.ts'

import { createViewerState, scriptedViewer } from './scripted-viewer.ts'

/** A frame of the scripted canvas: a placeholder until it has a recipe. */
export type ScriptedFrame = Placeholder & { recipe: Recipe | null; bytes: number }

export type Script = {
  document: DocumentId
  token: string | null
  launch?: Launch
  selection?: Selection
  form?: DraftForm | null
  frames?: ScriptedFrame[]
  consent?: Consent
  /** Rejected drafts that lie about. */
  rejects?: number
  sweeps?: readonly ScriptedSweep[]
  /** What is selected and what can become pieces. */
  dataset?: Partial<Pick<DatasetState, 'subjects' | 'layers' | 'switches'>>
  /** Hers in the file. */
  finished?: SteeringState['finished']
  /** Of the file's own colour styles, as `#rrggbb`. */
  colours?: readonly string[]
  /** What each layer looks like in the viewer, by its node. */
  pictures?: Readonly<Record<string, Uint8Array<ArrayBuffer>>>
  /** What any layer looks like as a reference. */
  reference?: Uint8Array<ArrayBuffer>
}

export const NO_SELECTION: Selection = {
  count: 0,
  first: null,
  recipe: null,
  placeholder: null,
  layers: [],
}

/**
 * The main thread's end of the panel's channel, without Figma: frames in a list. Everything that the panel may ask is
 * answered at once; `frames`, `form`, `token` and `told` show what came of it.
 */
export const createScriptedCanvas = (port: Port, script: Script) => {
  const notify = notifier(port, notices)
  const state = {
    frames: script.frames ?? [],
    form: script.form ?? null,
    token: script.token,
    consent: script.consent ?? null,
    /** Names of the calls, oldest first. */
    calls: [] as string[],
    told: [] as string[],
    revealed: [] as PictureRef[],
    /** What was asked for each time that places were reserved. */
    reserved: [] as {
      count: number
      width: number
      height: number
      under: { node: string; label: string } | null
    }[],
    ...createSteeringState(),
    finished: script.finished ?? [],
    ...createDatasetState(),
    ...script.dataset,
    ...createBoardState(),
    ...createViewerState(),
    size: null as { width: number; height: number } | null,
    isClosed: false,
  }
  let lastNode = state.frames.length
  const nextNode = () => `1:${(lastNode += 1)}`
  const find = ({ job, index }: PictureRef) =>
    state.frames.find(
      (frame) => frame.job === job && frame.index === index && frame.recipe === null,
    )
  const placeholders = (): Placeholder[] =>
    state.frames
      .filter(({ recipe }) => recipe === null)
      .map(({ job, index, node, failure }) => ({ job, index, node, failure }))

  const sweeps = scriptedSweeps(script.sweeps ?? [], state, nextNode)

  serve(
    port,
    procedures,
    {
      open: () => ({
        document: script.document,
        launch: script.launch ?? { command: 'open' as const },
        selection: script.selection ?? NO_SELECTION,
        placeholders: placeholders(),
        form: state.form,
        token: state.token,
        consent: state.consent,
        rejects: script.rejects ?? 0,
        sweeps: sweeps.views(),
        board: null,
      }),
      exportReference: ({ node }) => {
        if (script.reference === undefined)
          throw new AppError('canvas_failed', 'The frame is not in the file any more.')
        return { name: `Layer ${node}`, bytes: script.reference }
      },
      readColours: () => [...(script.colours ?? [])],
      saveConsent: (consent) => {
        state.consent = consent
        return undefined
      },
      reserve: ({ job, count, width, height, under }) => {
        state.reserved.push({ count, width, height, under })
        const added = Array.from({ length: count }, (_, index) => ({
          job,
          index,
          node: nextNode(),
          failure: null,
          recipe: null,
          bytes: 0,
        }))
        state.frames.push(...added)
        return { placeholders: placeholders().filter((one) => one.job === job) }
      },
      fill: ({ recipe, bytes }) => {
        const frame = state.frames.find(
          ({ job, index }) => job === recipe.job && index === recipe.index,
        )
        if (frame === undefined) return { outcome: 'missing' as const }
        // One that is a draft already stays as it is.
        if (frame.recipe === null)
          Object.assign(frame, { recipe, bytes: bytes.length, failure: null })
        return { outcome: 'placed' as const }
      },
      place: ({ recipe, bytes }) => {
        const { job, index } = recipe
        const frame = { job, index, node: nextNode(), failure: null, recipe, bytes: bytes.length }
        state.frames.push(frame)
        return { node: frame.node }
      },
      fail: ({ pictures, message }) => {
        for (const picture of pictures) Object.assign(find(picture) ?? {}, { failure: message })
        return undefined
      },
      release: ({ pictures }) => {
        const gone = pictures.map(find)
        state.frames = state.frames.filter((frame) => !gone.includes(frame))
        return undefined
      },
      reassign: ({ from, to }) => {
        const frame = find(from)
        if (frame === undefined) return { outcome: 'missing' as const }
        Object.assign(frame, { ...to, failure: null })
        return { outcome: 'reassigned' as const }
      },
      listPlaceholders: () => ({ placeholders: placeholders() }),
      reveal: (picture) => {
        state.revealed.push({ job: picture.job, index: picture.index })
        return {
          found: state.frames.some(
            ({ job, index }) => job === picture.job && index === picture.index,
          ),
        }
      },
      saveForm: (form) => {
        state.form = form
        return undefined
      },
      saveToken: (token) => {
        state.token = token
        return undefined
      },
      resize: (size) => {
        state.size = size
        return undefined
      },
      notify: ({ message }) => {
        state.told.push(message)
        return undefined
      },
      close: () => {
        state.isClosed = true
        return undefined
      },
      ...scriptedSteering(state),
      ...scriptedViewer(state, script.pictures ?? {}),
      ...sweeps.handlers,
      ...scriptedDataset(state),
      ...scriptedBoards(state),
    },
    (error, name) => state.told.push(`${name}: ${String(error)}`),
  )
  port.listen((message) => {
    if (
      typeof message === 'object' &&
      message !== null &&
      'name' in message &&
      typeof message.name === 'string'
    )
      state.calls.push(message.name)
  })

  return {
    state,
    select: (selection: Selection) => notify('selectionChanged', selection),
    sweeps,
    /** What the main thread tells after any edit. */
    tellSweeps: () => notify('sweepsChanged', sweeps.views()),
    /** By hand: placeholders are deleted. */
    remove: (which: (frame: ScriptedFrame) => boolean) => {
      state.frames = state.frames.filter((frame) => !which(frame))
      notify('placeholdersChanged', placeholders())
    },
    /** Undo of a fill: the draft is a placeholder again. */
    undoFill: (picture: PictureRef) => {
      const frame = state.frames.find(
        ({ job, index }) => job === picture.job && index === picture.index,
      )
      if (frame !== undefined) frame.recipe = null
      notify('placeholdersChanged', placeholders())
    },
  }
}
export type ScriptedCanvas = ReturnType<typeof createScriptedCanvas>
