import type { JobId } from './ids.ts'
import type { Axes, Axis, Sweep } from './sweep.ts'

/** An axis with the values of another one that it lacks, after its own: what is drawn keeps its place. */
export const withValuesOf = (axis: Axis, other: Axis): Axis => {
  const known = new Set(axis.values.map((value) => JSON.stringify(value)))
  const added = other.values.filter((value) => !known.has(JSON.stringify(value)))
  // Both have the same setting, and so values of the same type; TypeScript cannot see that.
  return axis.setting === other.setting
    ? ({ ...axis, values: [...axis.values, ...added] } as Axis)
    : axis
}

/** A sweep along longer axes: cells that it has keep their jobs, new ones get new jobs. */
export const growSweep = (sweep: Sweep, axes: Axes, newJobId: () => JobId): Sweep => {
  const before = sweep.columns.values.length
  const height = axes.rows?.values.length ?? 1
  const jobs = Array.from({ length: height }, (_, row) =>
    axes.columns.values.map(
      (_, column) => (column < before && sweep.jobs[row * before + column]) || newJobId(),
    ),
  ).flat()
  return { ...sweep, ...axes, jobs }
}
