import type { Context } from 'hono'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import { streamBytes } from './stream-bytes.ts'

type Download = {
  readonly type: string
  /** For saving it. */
  readonly name: string
  readonly bytes: number
  readonly chunks: () => AsyncGenerator<Uint8Array, void>
}

/** Answers with a file to be saved, at the reader's pace. */
export const sendDownload = (
  c: Context<Env>,
  { type, name, bytes, chunks }: Download,
  log: Log,
): Response => {
  const headers = {
    'Content-Type': type,
    'Content-Length': String(bytes),
    'Content-Disposition': `attachment; filename="${name}"`,
  }
  return c.req.method === 'HEAD'
    ? c.body(null, 200, headers)
    : c.body(streamBytes(chunks(), log), 200, headers)
}
