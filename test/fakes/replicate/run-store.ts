import type { Run } from './run.ts'

/** The runs that the fake remembers: the newest 2,000. */
export type RunStore = {
  readonly add: (run: Run) => void
  readonly get: (kind: Run['kind'], id: string) => Run | null
  /** Oldest first. */
  readonly all: (kind: Run['kind']) => Run[]
}

const LIMIT = 2000

export const createRunStore = (): RunStore => {
  const runs = new Map<string, Run>()
  return {
    add: (run) => {
      runs.set(run.id, run)
      const oldest = runs.keys().next().value
      if (runs.size > LIMIT && oldest !== undefined) runs.delete(oldest)
    },
    get: (kind, id) => {
      const run = runs.get(id)
      return run?.kind === kind ? run : null
    },
    all: (kind) => [...runs.values()].filter((run) => run.kind === kind),
  }
}
