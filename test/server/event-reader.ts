import { createParser } from 'eventsource-parser'
import * as v from 'valibot'
import { onTestFinished } from 'vitest'
import { ServerEvent } from '../../shared/contract/index.ts'
import type { StartedProxy } from './start-proxy.ts'

export type Read = { readonly id: string | null; readonly event: ServerEvent } | 'alive' | 'end'
const Frame = v.pipe(v.string(), v.parseJson(), ServerEvent)

/** Reads the event stream as a panel does, one thing at a time. */
export const readEvents = async (
  { request }: Pick<StartedProxy, 'request'>,
  { query = '', lastEventId }: { query?: string; lastEventId?: string } = {},
) => {
  const headers = { ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) }
  const response = await request(`/v1/events${query}`, { headers })
  const reader = response.body!.getReader()
  onTestFinished(() => reader.cancel())
  const queue: Read[] = []
  const decoder = new TextDecoder()
  const parser = createParser({
    onEvent: ({ id, data }) => queue.push({ id: id ?? null, event: v.parse(Frame, data) }),
    onComment: () => queue.push('alive'),
  })
  const next = async (): Promise<Read> => {
    for (;;) {
      const first = queue.shift()
      if (first !== undefined) return first
      const { done, value } = await reader.read()
      if (done) return 'end'
      parser.feed(decoder.decode(value, { stream: true }))
    }
  }
  /** Everything up to the first one that is as wanted. */
  const until = async (isWanted: (read: Read) => boolean): Promise<Read[]> => {
    const seen: Read[] = []
    for (;;) {
      const read = await next()
      seen.push(read)
      if (isWanted(read)) return seen
      if (read === 'end') throw new Error(`The stream ended: ${JSON.stringify(seen)}`)
    }
  }
  return { response, next, until, close: () => reader.cancel() }
}

export const isReady = (read: Read): boolean =>
  typeof read === 'object' && read.event.type === 'ready'

/** The jobs among what was read, each with its id in the stream. */
export const jobsOf = (reads: readonly Read[]) =>
  reads.flatMap((read) =>
    typeof read === 'object' && read.event.type === 'job'
      ? [{ id: read.id, job: read.event.job }]
      : [],
  )
