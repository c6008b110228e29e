import type { Size } from '../../../../shared/aspect-ratio.ts'
import { SIZES } from '../../../../shared/aspect-ratio.ts'
import type { Capabilities } from '../../../../shared/contract/index.ts'
import type { Style } from '../../../../shared/style.ts'
import type { SweepBoard } from '../../../../shared/sweep-procedures.ts'
import type { Sweep, SweepBase } from '../../../../shared/sweep.ts'
import { requestsOf } from '../../../../shared/sweep.ts'
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

/** What a sweep's board looks like. */
export const boardOf = (
  sweep: Sweep,
  { versions, capabilitiesOf }: BoardSurroundings,
): SweepBoard => ({
  name: nameSweep(sweep),
  columns: [...labelAxis(sweep.columns, versions)],
  rows: sweep.rows === null ? [] : [...labelAxis(sweep.rows, versions)],
  cells: requestsOf(sweep).map((request) => ({
    job: request.id,
    ...sizeOf(request, sweep, capabilitiesOf(request)),
    caption: '',
  })),
})
