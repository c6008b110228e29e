import type { Log } from './log.ts'
import { describeError } from './log.ts'

/**
 * A response body made of items as they come, at the reader's pace. The items' signal aborts when the reader goes away
 * or `signal` does. Items that break off are logged, and end the body.
 */
export const streamText = <T>(
  open: (signal: AbortSignal) => AsyncGenerator<T, void>,
  toText: (item: T) => string,
  signal: AbortSignal,
  log: Log,
): ReadableStream<Uint8Array> => {
  const gone = new AbortController()
  const items = open(AbortSignal.any([signal, gone.signal]))
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const next = await items.next()
        // Its reader went away while it waited: such a stream is closed already.
        if (gone.signal.aborted) return
        if (next.done) controller.close()
        else controller.enqueue(encoder.encode(toText(next.value)))
      } catch (error) {
        log.error({ error: describeError(error) }, 'A stream broke off')
        // The server would print an error of the stream raw, and send its message to the reader.
        controller.close()
      }
    },
    cancel: async () => {
      // The items may wait for news, which the abort ends, or for their reader, which `return` ends.
      gone.abort()
      await items.return()
    },
  })
}
