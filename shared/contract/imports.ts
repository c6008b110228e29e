import * as v from 'valibot'
import { DatasetId, ImportId } from '../ids.ts'
import { Consent } from '../piece.ts'
import { OneDataset } from './datasets.ts'
import { importArchiveRoute, importRoutes } from './import-routes.ts'

/** The largest ZIP, in bytes. */
export const ARCHIVE_LIMIT = 300 * 1024 * 1024

const OneImport = v.object({ id: DatasetId, import: ImportId })

export const imports = {
  getImport: {
    ...importRoutes.getImport,
    summary: 'How far an import is.',
    status: 200,
    params: OneImport,
  },
  cancelImport: {
    ...importRoutes.cancelImport,
    summary: 'Stop an import: nothing of it is added. One that has ended stays as it ended.',
    status: 200,
    params: OneImport,
  },
} as const

/** `POST /v1/datasets/{id}/imports` takes the bytes of a ZIP and answers 202 with `{ import }`. */
export const importArchive = {
  ...importArchiveRoute,
  summary:
    'Add the pictures of a ZIP as pieces, each with the text of the same name as its caption. The same ZIP again adds what is missing and changes nothing.',
  status: 202,
  params: OneDataset,
  query: v.object({
    /** Of all its pictures. */
    consent: Consent,
  }),
} as const
