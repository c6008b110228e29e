import { Piscina } from 'piscina'
import { createCodeHold } from '../hold-code.ts'
import { MODEL_CODE } from './model-code.ts'
import type { PictureFeatures } from './picture-features.ts'
import type { JudgeTask, Judged, ExtractTask } from './worker.ts'

/** After so long without work the worker ends, and its memory is free again. */
const IDLE_MS = 30_000

/** The checks, beside the main loop: one picture or question at a time. */
export type Judging = {
  /** Null: the bytes are no picture that can be read. */
  readonly extract: (task: ExtractTask) => Promise<PictureFeatures | null>
  readonly judge: (task: JudgeTask) => Promise<Judged>
  /** Ends the worker in the middle of what it does. */
  readonly stop: () => Promise<void>
}

/** One worker, begun when there is something to do. */
export const createJudging = (): Judging => {
  const holdCode = createCodeHold(MODEL_CODE)
  let pool: Piscina | null = null
  const begin = (): Piscina =>
    (pool ??= new Piscina({
      filename: new URL('./worker.ts', import.meta.url).href,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      // Drafts come first. Only where the system and the optional package for it can.
      niceIncrement: 10,
    }))
  return {
    extract: async (task) => {
      const extracted = begin().run(task, { name: 'extract' }) as Promise<PictureFeatures | null>
      const [features] = await Promise.all([extracted, holdCode()])
      return features
    },
    judge: (task) => begin().run(task, { name: 'judge' }),
    stop: async () => {
      await pool?.destroy()
    },
  }
}
