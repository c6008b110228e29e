import { AppError } from '../shared/errors.ts'

export const bodyTooLarge = (limit: number): AppError => {
  const size = limit < 1024 * 1024 ? `${limit / 1024} kB` : `${limit / 1024 / 1024} MB`
  return new AppError('payload_too_large', `This is too large to send; the limit is ${size}.`, {
    details: { limit },
  })
}

/** A request's body of at most `limit` bytes, whether its length is announced or not. Throws `payload_too_large`. */
export const readBody = async (request: Request, limit: number): Promise<Uint8Array> => {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw bodyTooLarge(limit)
  const body: ReadableStream<Uint8Array> | null = request.body
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > limit) throw bodyTooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
