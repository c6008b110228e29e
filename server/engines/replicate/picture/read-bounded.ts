/** A body's bytes; null when there are more than `limit`, which are not read to the end. */
export const readBounded = async (
  response: Response,
  limit: number,
): Promise<Uint8Array | null> => {
  const body: ReadableStream<Uint8Array> | null = response.body
  if (body === null) return new Uint8Array()
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await body.cancel()
    return null
  }
  const pieces: Uint8Array[] = []
  let length = 0
  // Leaving the loop closes the connection.
  for await (const piece of body) {
    length += piece.length
    if (length > limit) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
