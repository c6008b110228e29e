import type { Clock } from '../../../server/clock.ts'
import type { BadPicture } from './script.ts'
import { sleep } from './sleep.ts'

const HUGE = 50 * 1024 * 1024
const PIECE = 256 * 1024

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64')

const typed = (body: BodyInit, type: string) =>
  new Response(body, { headers: { 'content-type': type } })

/** A good start, and then nothing but zeros. */
const padded = (start: Uint8Array): ReadableStream<Uint8Array> => {
  let left = HUGE - start.length
  return new ReadableStream({
    start: (controller) => controller.enqueue(start),
    pull: (controller) => {
      const piece = new Uint8Array(Math.min(PIECE, left))
      left -= piece.length
      if (piece.length > 0) controller.enqueue(piece)
      else controller.close()
    },
  })
}

const trickle = (
  bytes: Uint8Array,
  ms: number,
  clock: Clock,
  closing: AbortSignal,
): ReadableStream<Uint8Array> => {
  const pieces = 8
  const size = Math.ceil(bytes.length / pieces)
  let at = 0
  return new ReadableStream({
    pull: async (controller) => {
      await sleep(clock, ms / pieces, closing)
      controller.enqueue(bytes.subarray(at, at + size))
      at += size
      if (at >= bytes.length) controller.close()
    },
  })
}

/** The same delivery, gone bad in one way. */
export const spoilPicture = async (
  good: Response,
  bad: BadPicture,
  clock: Clock,
  closing: AbortSignal,
): Promise<Response> => {
  const bytes = new Uint8Array(await good.arrayBuffer())
  const type = good.headers.get('content-type') ?? 'image/png'
  if (typeof bad === 'object') {
    if ('redirectTo' in bad)
      return new Response(null, { status: 302, headers: { location: bad.redirectTo } })
    return typed(trickle(bytes, bad.slowMs, clock, closing), type)
  }
  switch (bad) {
    case 'empty':
      return typed('', type)
    case 'truncated':
      return typed(bytes.slice(0, Math.floor(bytes.length / 2)), type)
    case 'html':
      return typed('<!doctype html><title>Just a moment…</title>', 'text/html; charset=utf-8')
    case 'json':
      return typed('{"detail":"Not a picture"}', 'application/json')
    case 'gif':
      return typed(GIF, type)
    case 'huge-unannounced':
      return typed(padded(bytes), type)
    case 'huge':
      return new Response(padded(bytes), {
        headers: { 'content-type': type, 'content-length': String(HUGE) },
      })
  }
}
