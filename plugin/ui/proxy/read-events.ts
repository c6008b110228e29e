import * as v from 'valibot'
import { ServerEvent } from '../../../shared/contract/job-views.ts'
import { parseJson } from '../../../shared/parse-json.ts'
import { createEventReader } from './create-event-reader.ts'

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
  const take = createEventReader(({ data, id }) => {
    const frame = v.safeParse(ServerEvent, parseJson(data))
    if (frame.success) onEvent(frame.output, id)
  })
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    onFrame()
    take(decoder.decode(value, { stream: true }))
  }
}
