import { createParser } from 'eventsource-parser'
import * as v from 'valibot'
import { ServerEvent } from '../../shared/contract/index.ts'

const Frame = v.pipe(v.string(), v.parseJson(), ServerEvent)

/** A panel's stream, from an open answer on: `onEvent` hears every event. Rejects when the stream ends. */
export const followEvents = async (
  answer: Response,
  onEvent: (event: ServerEvent, bytes: number) => void,
): Promise<never> => {
  const parser = createParser({
    onEvent: ({ data }) => onEvent(v.parse(Frame, data), data.length),
  })
  const decoder = new TextDecoder()
  for await (const chunk of answer.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }))
  throw new Error('An event stream ended.')
}
