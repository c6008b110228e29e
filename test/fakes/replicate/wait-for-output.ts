import type { Run } from './run.ts'
import { runState } from './run-state.ts'
import { sleep } from './sleep.ts'
import { hasOutput } from './view-run.ts'
import type { World } from './world.ts'

const LOOK_EVERY_MS = 20

/** Seconds of a `Prefer: wait` header, 60 unless told; null for a request that does not wait. */
export const waitSeconds = (header: string | undefined): number | null => {
  const match = /^wait(?:=([1-9]|[1-5][0-9]|60))?$/.exec(header ?? '')
  return match === null ? null : Number(match[1] ?? 60)
}

/** Waits until a run has its outputs or has ended, `ms` at most; false when that time was not enough. */
export const waitForOutput = async (world: World, run: Run, ms: number): Promise<boolean> => {
  const until = world.clock.now() + ms
  const complete = () =>
    hasOutput(run, world.view()) || 'endedAt' in runState(run, world.clock.now())
  while (!complete() && world.clock.now() < until && !world.closing.aborted)
    await sleep(world.clock, Math.min(LOOK_EVERY_MS, until - world.clock.now()), world.closing)
  return complete()
}
