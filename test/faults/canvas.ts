import { createHash } from 'node:crypto'
import { CLAIM_TIME } from '../../server/jobs/claim-picture.ts'
import type { Claim, JobView, OutputView } from '../../shared/contract/index.ts'
import type { PanelId } from '../../shared/ids.ts'

type Grant = { readonly panel: PanelId; readonly until: number }

export const placeOf = (job: Pick<JobView, 'id'>, { index }: Pick<OutputView, 'index'>): string =>
  `${job.id}/${index}`

/** One document that several panels work on: what is on it, and who was allowed to put it there. */
export const createCanvas = () => {
  /** The SHA-256 of what came, by place. */
  const filled = new Map<string, string>()
  const grants = new Map<string, Grant>()
  /** What must never happen, and did. */
  const faults: string[] = []

  return {
    filled,
    faults,
    /** Two panels never hold one picture at the same time, by the proxy's own clock. */
    hear: (place: string, panel: PanelId, claim: Claim): void => {
      if (claim.until === null) return
      const until = Date.parse(claim.until)
      const last = grants.get(place)
      if (last && last.panel !== panel && until - CLAIM_TIME < last.until)
        faults.push(`${place} was given to a second panel too early`)
      grants.set(place, { panel, until })
    },
    fill: (place: string, output: OutputView, bytes: Uint8Array): void => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      if (hash !== output.file) faults.push(`${place} came as other bytes than its file`)
      if (filled.has(place)) faults.push(`${place} was filled twice`)
      filled.set(place, hash)
    },
  }
}
export type Canvas = ReturnType<typeof createCanvas>
