import { AppError } from '../../shared/errors.ts'
import type { Faces } from '../../shared/face.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { viewerProcedures } from '../../shared/viewer-procedures.ts'

export type ViewerState = {
  /** Nodes that were drawn for the viewer, oldest first. */
  readonly viewed: string[]
  faces: Faces
}

export const createViewerState = (): ViewerState => ({ viewed: [], faces: [] })

export const scriptedViewer = (
  state: ViewerState,
  pictures: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
): Handlers<typeof viewerProcedures> => ({
  exportPicture: ({ node }) => {
    const bytes = pictures[node]
    if (bytes === undefined)
      throw new AppError('canvas_failed', 'This layer is not in the file any more.')
    state.viewed.push(node)
    return { bytes }
  },
  loadFaces: () => state.faces,
  saveFaces: (faces) => {
    state.faces = faces
    return undefined
  },
})
