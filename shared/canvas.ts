import * as v from 'valibot'
import { HexColour } from './contract/judgement-routes.ts'
import { BoardChoice } from './board.ts'
import { boardProcedures } from './board-procedures.ts'
import { Consent } from './consent.ts'
import { datasetProcedures } from './dataset-procedures.ts'
import { DraftForm } from './draft-form.ts'
import { DocumentId, JobId } from './ids.ts'
import { Mark } from './mark.ts'
import { NodeId, PictureRef, Placeholder } from './picture-ref.ts'
import { Recipe } from './recipe.ts'
import type { Procedures } from './rpc.ts'
import { Selection } from './selection.ts'
import { SteerAction, steerProcedures } from './steer-procedures.ts'
import { SweepView, sweepProcedures } from './sweep-procedures.ts'
import { viewerProcedures } from './viewer-procedures.ts'
import type { Notices } from './notices.ts'

/** So many colours of a file are read at most. */
export const COLOURS_READ = 200
const Pixels = v.pipe(v.number(), v.minValue(1), v.maxValue(100_000))
const Nothing = v.void()
/** A picture for the canvas. */
export const PlacedPicture = v.object({
  recipe: Recipe,
  bytes: v.instance(Uint8Array),
  /** What she thought of it before. */
  mark: v.optional(v.nullable(Mark), null),
})
export type PlacedPicture = v.InferOutput<typeof PlacedPicture>

/** Why the plugin was opened: a menu command, a quick action with a brief, or a relaunch button. */
export const Launch = v.variant('command', [
  v.object({ command: v.literal('open') }),
  v.object({ command: v.literal('draft'), brief: v.nullable(v.string()) }),
  v.object({
    command: v.literal('use-settings'),
    recipe: v.nullable(Recipe),
    withSeed: v.boolean(),
  }),
  v.object({
    command: v.literal('steer'),
    action: SteerAction,
    recipe: v.nullable(Recipe),
  }),
  v.object({ command: v.literal('retry'), picture: v.nullable(PictureRef) }),
  v.object({ command: v.literal('unplaced') }),
  v.object({ command: v.literal('dataset') }),
  v.object({ command: v.literal('settings') }),
])
export type Launch = v.InferOutput<typeof Launch>

/** What the panel asks of the main thread. */
export const procedures = {
  /** The panel is ready to hear notices; answers with everything that it starts from. */
  open: {
    input: Nothing,
    output: v.object({
      document: DocumentId,
      launch: Launch,
      selection: Selection,
      placeholders: v.array(Placeholder),
      form: v.nullable(DraftForm),
      /** The proxy's token; null until she pasted one. */
      token: v.nullable(v.string()),
      consent: Consent,
      rejects: v.number(),
      sweeps: v.array(SweepView),
      /** How she liked her last board. */
      board: v.nullable(BoardChoice),
    }),
  },
  /**
   * A frame or picture as a reference: PNG, sRGB, its longest side 1024 pixels, nothing but pixels. Throws AppError
   * `canvas_failed` in words for one that is gone, empty, or too long and thin.
   */
  exportReference: {
    input: v.object({ node: NodeId }),
    output: v.object({ name: v.string(), bytes: v.instance(Uint8Array) }),
  },
  /** The plain colours of the file's own colour styles, such as `#e8d5c4`. */
  readColours: { input: Nothing, output: v.array(HexColour) },
  /** Her answer for this document, in an undo step of its own; null asks again. */
  saveConsent: { input: Consent, output: Nothing },
  /** N placeholders in a row, in one undo step, selected and in sight. */
  reserve: {
    input: v.object({
      job: JobId,
      count: v.number(),
      width: Pixels,
      height: Pixels,
      brief: v.string(),
      /** The frame that the row goes under, and what the thin label between them says; null: beside the selection. */
      under: v.optional(v.nullable(v.object({ node: NodeId, label: v.string() })), null),
    }),
    output: v.object({ placeholders: v.array(Placeholder) }),
  },
  /**
   * One picture into its placeholder, in an undo step of its own. `missing`: the placeholder is gone, and the picture
   * belongs under "Unplaced".
   */
  fill: {
    input: PlacedPicture,
    output: v.object({ outcome: v.picklist(['placed', 'missing']) }),
  },
  /** A picture as a new draft beside the selection: from "Unplaced", or once more. One undo step. */
  place: {
    input: PlacedPicture,
    output: v.object({ node: NodeId }),
  },
  /** Placeholders whose picture failed say why. */
  fail: {
    input: v.object({ pictures: v.array(PictureRef), message: v.string() }),
    output: Nothing,
  },
  /** Placeholders of canceled pictures go away. */
  release: { input: v.object({ pictures: v.array(PictureRef) }), output: Nothing },
  /** A failed picture's placeholder waits for a new job's picture instead: a retry. `missing`: it is gone. */
  reassign: {
    input: v.object({ from: PictureRef, to: PictureRef }),
    output: v.object({ outcome: v.picklist(['reassigned', 'missing']) }),
  },
  /** The placeholders of the pages that were drafted on, copies left out. */
  listPlaceholders: { input: Nothing, output: v.object({ placeholders: v.array(Placeholder) }) },
  /** Selects a picture's frame and brings it into view. */
  reveal: { input: PictureRef, output: v.object({ found: v.boolean() }) },
  saveForm: { input: DraftForm, output: Nothing },
  /** Null forgets it. */
  saveToken: { input: v.nullable(v.string()), output: Nothing },
  /** Pixels of the plugin's window; kept for the next time. */
  resize: { input: v.object({ width: Pixels, height: Pixels }), output: Nothing },
  notify: { input: v.object({ message: v.string(), error: v.boolean() }), output: Nothing },
  close: { input: Nothing, output: Nothing },
  ...steerProcedures,
  ...viewerProcedures,
  ...sweepProcedures,
  ...datasetProcedures,
  ...boardProcedures,
} as const satisfies Procedures

/** What the main thread tells the panel. */
export const notices = {
  selectionChanged: Selection,
  /** All placeholders, when they are not what the panel last heard: after undo, delete, paste or a call of its own. */
  placeholdersChanged: v.array(Placeholder),
  /** How many rejected drafts of the current page can be tidied away. */
  rejectsChanged: v.number(),
  /** All sweeps of the pages that were drafted on, when they are not what the panel last heard. */
  sweepsChanged: v.array(SweepView),
} as const satisfies Notices
