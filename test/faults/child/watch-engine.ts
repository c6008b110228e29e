import type { Reach } from './kill-switch.ts'

/** Passes on a body, and says when half of it has come. */
const tellHalf = (response: Response, onHalf: () => void): Response => {
  const half = Number(response.headers.get('content-length')) / 2
  let seen = 0
  const pass = new TransformStream<Uint8Array, Uint8Array>({
    transform: (piece, controller) => {
      if (seen < half && seen + piece.length >= half) onHalf()
      seen += piece.length
      controller.enqueue(piece)
    },
  })
  return new Response(response.body?.pipeThrough(pass) ?? null, response)
}

/** Passes the points of the talk with Replicate. */
export const watchEngine = (reach: Reach): void => {
  const { fetch } = globalThis
  globalThis.fetch = async (input, init) => {
    const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input)
    const answer = fetch(input, init)
    const isPost = init?.method === 'POST'
    if (isPost && pathname.endsWith('/predictions')) {
      setImmediate(() => reach('sending'))
      const response = await answer
      reach('asked')
      return response
    }
    const response = await answer
    if (pathname.startsWith('/delivery/')) return tellHalf(response, () => reach('downloading'))
    if (searchParams.has('created_after')) reach('looking')
    const isPoll = !isPost && /\/predictions\/\w+$/.test(pathname)
    if (isPoll && (await response.clone().text()).includes('"status":"processing"'))
      reach('running')
    return response
  }
}
