import * as v from 'valibot'
import { Faces } from './face.ts'
import { NodeId } from './picture-ref.ts'
import type { Procedures } from './rpc.ts'

const Nothing = v.void()

/** What the panel asks of the main thread to show two layers. Nothing in the file changes. */
export const viewerProcedures = {
  /**
   * A layer as it looks: PNG, sRGB, its longest side as many pixels as on the canvas, from 1024 to 2048. Throws AppError
   * `canvas_failed` in words for one that is gone, empty or hidden.
   */
  exportPicture: {
    input: v.object({ node: NodeId }),
    output: v.object({ bytes: v.instance(Uint8Array) }),
  },
  /** Where she said that faces are, on this computer. */
  loadFaces: { input: Nothing, output: Faces },
  saveFaces: { input: Faces, output: Nothing },
} as const satisfies Procedures
