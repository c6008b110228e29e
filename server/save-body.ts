import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { toStorageError } from './db/storage-error.ts'
import { bodyTooLarge } from './read-body.ts'

/**
 * Writes a request's body of at most `limit` bytes to a new file, chunk by chunk, and answers with the SHA-256 of it in
 * hex. Throws AppError `payload_too_large` or `storage_full`; nothing is left of it then.
 */
export const saveBody = async (request: Request, path: string, limit: number): Promise<string> => {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw bodyTooLarge(limit)
  const body: ReadableStream<Uint8Array> | null = request.body
  const sum = createHash('sha256')
  let size = 0
  async function* counted() {
    for await (const chunk of body ?? []) {
      size += chunk.length
      if (size > limit) throw bodyTooLarge(limit)
      sum.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(Readable.from(counted()), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return sum.digest('hex')
  } catch (error) {
    await rm(path, { force: true })
    throw toStorageError(error)
  }
}
