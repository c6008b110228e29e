import type { JobView } from '../../../../shared/contract/index.ts'
import type { JobId } from '../../../../shared/ids.ts'
import type { Placeholder } from '../../../../shared/picture-ref.ts'
import type { Sweep } from '../../../../shared/sweep.ts'
import { isSecret } from '../../../../shared/sweep.ts'

/** Each is said once, whatever the number of cells; more would hide the rest. */
const SHOWN = 3

const once = (words: readonly string[]): readonly string[] => [...new Set(words)].slice(0, SHOWN)

/** What went wrong with cells of a sweep, and what its engine left out, in words. */
export const troublesOf = (
  sweep: Sweep,
  known: {
    readonly placeholders: readonly Placeholder[]
    readonly jobs: ReadonlyMap<JobId, JobView>
  },
): { readonly failures: readonly string[]; readonly warnings: readonly string[] } => {
  const cells = new Set(sweep.jobs)
  return {
    failures: once(
      known.placeholders.flatMap(({ job, failure }) =>
        failure === null || !cells.has(job) ? [] : [failure],
      ),
    ),
    // A version could be known by what it leaves out.
    warnings: isSecret(sweep)
      ? []
      : once(sweep.jobs.flatMap((job) => known.jobs.get(job)?.warnings ?? [])),
  }
}
