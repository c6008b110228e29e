import type { Size } from '../../../../shared/aspect-ratio.ts'
import { SIZES } from '../../../../shared/aspect-ratio.ts'
import type { Capabilities } from '../../../../shared/contract/index.ts'
import type { JobId } from '../../../../shared/ids.ts'
import type { Style } from '../../../../shared/style.ts'
import type { SweepBoard } from '../../../../shared/sweep-procedures.ts'
import type { Sweep, SweepBase } from '../../../../shared/sweep.ts'
import { isSecret, requestsOf } from '../../../../shared/sweep.ts'
import { captionOf } from '../trial/caption-of.ts'
import { trialRows } from '../trial/trial-rows.ts'
import { labelAxis } from './label-axis.ts'
import { nameSweep } from './name-sweep.ts'

export type BoardSurroundings = {
  readonly versions: Style['versions']
  /** Of what would draw a request. */
  readonly capabilitiesOf: (request: SweepBase) => Capabilities | null
}

const sizeOf = (
  request: SweepBase,
  { followed }: Pick<Sweep, 'followed'>,
  capabilities: Capabilities | null,
): Size => {
  const { aspectRatio } = request.settings
  const shape = capabilities?.aspectRatios.find(({ ratio }) => ratio === aspectRatio)
  const { width, height } = followed ?? shape ?? SIZES[aspectRatio]
  return { width, height }
}

/** What a sweep's board looks like: a trial has no words over its columns, which are in another order in each row. */
export const boardOf = (
  sweep: Sweep,
  { versions, capabilitiesOf }: BoardSurroundings,
): SweepBoard => {
  const requests = new Map(requestsOf(sweep).map((request) => [request.id, request]))
  const cellOf = (job: JobId, caption: string) => {
    const request = requests.get(job) ?? sweep.base
    return { job, ...sizeOf(request, sweep, capabilitiesOf(request)), caption }
  }
  const rows = trialRows(sweep)
  const columns = labelAxis(sweep.columns, versions)
  return {
    name: nameSweep(sweep),
    columns: sweep.trial === null ? [...columns] : columns.map(() => ''),
    rows: sweep.rows === null ? [] : [...labelAxis(sweep.rows, versions)],
    cells:
      sweep.trial === null
        ? sweep.jobs.map((job) => cellOf(job, ''))
        : rows.flatMap((row) =>
            row.places.map((place) =>
              cellOf(place.job, isSecret(sweep) ? place.letter : captionOf(place, row, versions)),
            ),
          ),
  }
}
