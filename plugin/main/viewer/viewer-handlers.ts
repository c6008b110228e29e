import type { Handlers } from '../../../shared/rpc.ts'
import { FACES_LIMIT } from '../../../shared/face.ts'
import type { viewerProcedures } from '../../../shared/viewer-procedures.ts'
import { FACES_KEY, load, save, storedFaces } from '../storage.ts'
import { exportPicture } from './export-picture.ts'

/** What the main thread does to show two layers; see shared/viewer-procedures.ts. */
export const viewerHandlers: Handlers<typeof viewerProcedures> = {
  exportPicture: async ({ node }) => ({ bytes: await exportPicture(node) }),
  loadFaces: async () => (await load(FACES_KEY, storedFaces)) ?? [],
  saveFaces: (faces) => save(FACES_KEY, storedFaces, faces.slice(-FACES_LIMIT)),
}
