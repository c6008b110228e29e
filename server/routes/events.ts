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
  return `${id}data: ${JSON.stringify(frame.event)}\n\n`
}

/** A reader who sends an id that is not ours gets everything: better twice than lost. */
const readSequence = (header: string | undefined): number | null =>
  header === undefined ? null : /^\d{1,15}$/.test(header) ? Number(header) : 0

export const eventRoutes = ({
  followJobs,
  log,
  closing,
}: Pick<Deps, 'followJobs' | 'log' | 'closing'>) =>
  new Hono<Env>().get(events.path, (c) => {
    const { document = null } = parseRequest(events.query, c.req.query())
    const after = readSequence(c.req.header('last-event-id'))
    const body = streamText(
      (signal) => followJobs({ document, after, signal }),
      toText,
      AbortSignal.any([closing, c.req.raw.signal]),
      log,
    )
    return c.body(body, 200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    })
  })
