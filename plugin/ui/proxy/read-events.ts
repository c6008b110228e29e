import { createParser } from 'eventsource-parser'
import * as v from 'valibot'
import { ServerEvent } from '../../../shared/contract/job-views.ts'

const Frame = v.pipe(v.string(), v.parseJson(), ServerEvent)

/**
 * Reads an event stream to its end. `onEvent` gets each event with the id to resume after, where it has one; `onFrame`
 * is told of every sign of life, keep-alive comments included. A frame of a kind that this panel does not know is
 * passed over: a newer proxy may send it.
 */
export const readEvents = async (
  body: ReadableStream<Uint8Array>,
  onEvent: (event: ServerEvent, id: string | null) => void,
  onFrame: () => void,
): Promise<void> => {
  const parser = createParser({
    onEvent: (message) => {
      const frame = v.safeParse(Frame, message.data)
      if (frame.success) onEvent(frame.output, message.id ?? null)
    },
  })
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    onFrame()
    parser.feed(decoder.decode(value, { stream: true }))
  }
}
