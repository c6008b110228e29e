import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { LedgerEntry } from '../fakes/replicate/ledger.ts'
import { TOKEN } from '../server/replicate/open-replicate.ts'

/** One of the usual model's seconds, in US dollars. */
export const USD_PER_SECOND = 0.001525

const Input = v.pipe(v.string(), v.parseJson(), v.object({ prompt: v.string(), seed: v.number() }))
const Prediction = v.object({
  status: v.string(),
  output: v.nullable(v.array(v.string())),
  data_removed: v.boolean(),
  metrics: v.optional(v.object({ predict_time: v.optional(v.number(), 0) })),
})

/** What two identical wishes have in common. */
export const wishOf = (prompt: string, seed: number): string => `${seed} ${prompt}`

/** A run that Replicate has accepted, as it tells about it itself. */
export type PaidRun = {
  readonly id: string
  readonly wish: string
  readonly status: string
  readonly isOver: boolean
  /** Nobody can find it or fetch its picture any more. */
  readonly isForgotten: boolean
  /** The SHA-256 of the picture that it made; null where there is none. */
  readonly file: string | null
  readonly usd: number
}

const hashOf = async (address: string): Promise<string> => {
  const bytes = await (await fetch(address)).arrayBuffer()
  return createHash('sha256').update(Buffer.from(bytes)).digest('hex')
}

const readPaidRun = async ({ id, input }: LedgerEntry, url: string): Promise<PaidRun> => {
  const headers = { authorization: `Bearer ${TOKEN}` }
  const answer = await fetch(`${url}/v1/predictions/${id}`, { headers })
  const { status, output, data_removed, metrics } = v.parse(Prediction, await answer.json())
  const { prompt, seed } = v.parse(Input, input)
  const [address] = output ?? []
  return {
    id,
    wish: wishOf(prompt, seed),
    status,
    isForgotten: data_removed,
    isOver: status !== 'starting' && status !== 'processing',
    file: address === undefined ? null : await hashOf(address),
    usd: (metrics?.predict_time ?? 0) * USD_PER_SECOND,
  }
}

export const readPaidRuns = (ledger: readonly LedgerEntry[], url: string): Promise<PaidRun[]> =>
  Promise.all(ledger.map((entry) => readPaidRun(entry, url)))
