import { Hono } from 'hono'
import { events } from '../../shared/contract/index.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import type { Frame } from '../jobs/follow-jobs.ts'
import { streamText } from '../stream-text.ts'
import { parseRequest } from '../parse-request.ts'

/** As server-sent events are written (HTML standard, 9.2.6). */
const toText = (frame: Frame): string => {
  if (frame.type === 'alive') return ': alive\n\n'
  const id = frame.sequence === null ? '' : `id: ${frame.sequence}\n`
  return `${id}data: ${frame.data}\n\n`
}

/** A reader who sends an id that is not ours gets everything: better twice than lost. */
const readSequence = (header: string | undefined): number | null =>
  header === undefined ? null : /^\d{1,15}$/.test(header) ? Number(header) : 0

export const eventRoutes = ({
  followJobs,
  streams,
  log,
  closing,
}: Pick<Deps, 'followJobs' | 'streams' | 'log' | 'closing'>) =>
  new Hono<Env>().get(events.path, (c) => {
    const { document = null } = parseRequest(events.query, c.req.query())
    const after = readSequence(c.req.header('last-event-id'))
    const headers = {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    }
    // Nobody would read it, and nothing would end it.
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const stream = streams.open(c.get('token'))
    const body = streamText(
      async function* (signal) {
        try {
          yield* followJobs({ document, after, signal })
        } finally {
          stream.close()
        }
      },
      toText,
      AbortSignal.any([closing, c.req.raw.signal, stream.signal]),
      log,
    )
    return c.body(body, 200, headers)
  })
