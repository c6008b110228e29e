import type { FileStore } from '../../../../server/files/file-store.ts'

/** A store for pictures without a reference. */
export const NO_FILES: Pick<FileStore, 'read'> = { read: () => Promise.resolve(null) }
