import type { Log } from './log.ts'
import { describeError } from './log.ts'

/** A response body made of chunks as they come, at the reader's pace; they end when the reader goes away. */
export const streamBytes = (
  chunks: AsyncGenerator<Uint8Array, void>,
  log: Log,
): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (controller) => {
      try {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      } catch (error) {
        log.error({ error: describeError(error) }, 'A download broke off')
        controller.error(error)
      }
    },
    cancel: async () => {
      await chunks.return()
    },
  })
