import type { KillPoint } from '../kill-points.ts'

/** Called wherever a point is passed. */
export type Reach = (point: KillPoint) => void

/** Kills this process, at once and without a word, when `point` is passed for the `times`th time. */
export const createKillSwitch = (point: string, times: number): Reach => {
  let passed = 0
  return (reached) => {
    if (reached !== point) return
    passed += 1
    if (passed === times) process.kill(process.pid, 'SIGKILL')
  }
}
