import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import * as v from 'valibot'

const Started = v.tuple([v.object({ url: v.string(), token: v.string() })])
const Report = v.tuple([v.object({ runs: v.number() })])

/** A fake Replicate whose memory and work do not count, because they are another process's. */
export const startReplicate = async () => {
  const child = fork(join(import.meta.dirname, 'replicate-process.ts'))
  const [{ url, token }] = v.parse(Started, await once(child, 'message'))
  return {
    environment: { REPLICATE_API_TOKEN: token, MAQUETTE_REPLICATE_URL: `${url}/v1` },
    /** How many runs it has accepted. Never answers when it was sent what it does not know. */
    runs: async (): Promise<number> => {
      child.send('report')
      return v.parse(Report, await once(child, 'message'))[0].runs
    },
    stop: async (): Promise<void> => {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}
