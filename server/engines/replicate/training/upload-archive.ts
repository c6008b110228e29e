import { openAsBlob } from 'node:fs'
import * as v from 'valibot'
import { AppError } from '../../../../shared/errors.ts'
import type { Archive } from '../../../../shared/training-progress.ts'
import type { Api } from '../api/create-api.ts'
import { isSuccess } from '../api/outcome.ts'
import { refusalError } from '../errors/explain-refusal.ts'

/** The largest file that Replicate takes (its OpenAPI document: 413 from 100 MB on). Bytes. */
export const ARCHIVE_LIMIT = 100_000_000

const Stored = v.object({ id: v.string(), urls: v.object({ get: v.pipe(v.string(), v.url()) }) })

const TOO_LARGE =
  'The dataset is larger than the 100 MB that Replicate takes. Nothing was started or charged. Train on fewer pieces.'

/** Sends the ZIP at a path, read as it goes. Throws AppError; nothing was charged then. */
export const uploadArchive = async (
  api: Pick<Api, 'createFile'>,
  path: string,
  name: string,
  signal: AbortSignal,
): Promise<Archive> => {
  const blob = await openAsBlob(path, { type: 'application/zip' })
  const outcome = await api.createFile(new File([blob], name, { type: blob.type }), signal)
  const stored = isSuccess(outcome) ? v.safeParse(Stored, outcome.body) : null
  if (stored?.success === true) return { file: stored.output.id, url: stored.output.urls.get }
  if (outcome.type === 'answer' && outcome.status === 413)
    throw new AppError('payload_too_large', TOO_LARGE)
  throw refusalError(outcome)
}
