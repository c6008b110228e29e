import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as timeout } from 'node:timers/promises'
import * as v from 'valibot'
import { AspectRatio, SIZES } from '../../../shared/aspect-ratio.ts'
import type { Capabilities } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { JobError } from '../../../shared/errors.ts'
import type { FileStore } from '../../files/file-store.ts'
import type { Engine, EngineEvent } from '../engine.ts'
import type { Character } from './character.ts'
import { SampleHandle } from './handle.ts'
import { imagine } from './imagine.ts'
import { parseBrief } from './parse-brief.ts'
import { renderPicture } from './render-picture.ts'
import type { Switches } from './switches.ts'
import { takeSwitches } from './switches.ts'
import { underlayOf } from './underlay-of.ts'
import { warningsOf } from './warnings-of.ts'

const STEPS = 16
const SLOW = 5
/** It draws on this machine: two presses at once, and whoever comes third still sees the queue move. */
const AT_ONCE = 8
const NOTES = ['Sketching', 'Shaping the clay', 'Colouring', 'Finishing'] as const

export type SampleEngineOptions = {
  /** How long one picture takes, in milliseconds; 0 is at once. */
  readonly durationMs: number
  readonly files: Pick<FileStore, 'read'>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Waits for `ms`; rejects when the signal aborts. */
  readonly delay?: (ms: number, signal: AbortSignal) => Promise<void>
  /** A new name for each run. */
  readonly newRun?: () => string
}

const TOLD_TO_FAIL: JobError = {
  code: 'engine_failed',
  message:
    'The sample engine was told to fail this picture. Nothing was charged. Take #fail out of the brief and try again.',
  charged: 'no',
}

const toldToBeAway = () =>
  new AppError(
    'engine_unavailable',
    'The sample engine was told to be away. Nothing was charged. Take #unavailable out of the brief and try again.',
  )

const capabilitiesOf = (durationMs: number): Capabilities => ({
  aspectRatios: AspectRatio.options.map((ratio) => ({ ratio, ...SIZES[ratio] })),
  formats: ['png', 'jpg'],
  steps: { min: 1, max: 50, step: 1 },
  guidance: { min: 0, max: 10, step: 0.1 },
  loraScale: { min: -1, max: 3, step: 0.05 },
  referenceUses: ['follow'],
  pricePerPicture: { usd: 0, estimate: false },
  secondsPerPicture: durationMs / 1000,
})

const wait = (ms: number, signal: AbortSignal): Promise<void> => timeout(ms, undefined, { signal })

/**
 * Draws figurines with code, from the words of the brief and the seed: no model, no network, no price. A reference
 * shows through the drawing, less and less the freer it is. The same request is the same bytes. Steps, guidance and
 * LoRA strength are taken, as a model takes them, and change nothing; a warning says so where they are not the usual
 * ones. `takeSwitches` says how a brief makes it fail on purpose.
 */
export const createSampleEngine = ({
  durationMs,
  files,
  now,
  delay = wait,
  newRun = randomUUID,
}: SampleEngineOptions): Engine => {
  const durationOf = ({ slow }: Switches) => durationMs * (slow ? SLOW : 1)
  const watchers = new Set<{ readonly run: string; readonly stop: AbortController }>()
  /** Runs that were stopped, so that a watch which begins later does not take them up again. */
  const canceled = new Set<string>()

  const finish = async (
    character: Character,
    picture: SampleHandle['picture'],
  ): Promise<EngineEvent> => {
    try {
      const underlay = await underlayOf(picture, files)
      return { type: 'finished', bytes: await renderPicture(character, picture, underlay) }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { code, message } = error
      return { type: 'failed', error: { code, message, charged: 'no' } }
    }
  }

  async function* drawn(
    { picture, startedAt }: SampleHandle,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent> {
    const { switches, words } = takeSwitches(picture.brief, picture.index)
    const stated = parseBrief(words)
    for (const message of warningsOf(stated, picture)) yield { type: 'warning', message }

    const duration = durationOf(switches)
    for (let step = 0; step < STEPS; step += 1) {
      const ms = startedAt + (duration * (step + 1)) / STEPS - now()
      if (ms <= 0) continue
      yield {
        type: 'progress',
        fraction: step / STEPS,
        secondsLeft: Math.max(0, startedAt + duration - now()) / 1000,
        note: NOTES[Math.floor((step * NOTES.length) / STEPS)] ?? null,
      }
      await delay(ms, signal)
    }
    if (switches.stuck) {
      if (!signal.aborted) await once(signal, 'abort')
      return
    }
    const last: EngineEvent = switches.fails
      ? { type: 'failed', error: TOLD_TO_FAIL }
      : await finish(imagine(stated, picture.seed), picture)
    if (!signal.aborted) yield last
  }

  return {
    id: 'sample',
    label: 'Sample (no AI)',
    sample: true,
    remote: false,
    atOnce: AT_ONCE,
    capabilities: capabilitiesOf(durationMs),
    model: () => null,

    start: (picture, signal) => {
      if (takeSwitches(picture.brief, picture.index).switches.unavailable)
        return Promise.reject(toldToBeAway())
      if (signal.aborted)
        return Promise.reject(
          new AppError('canceled', 'Canceled before it began. Nothing was charged.'),
        )
      return Promise.resolve({ run: newRun(), startedAt: now(), picture: { ...picture } })
    },

    async *watch(handle, signal) {
      const run = v.parse(SampleHandle, handle)
      if (canceled.has(run.run)) return
      const watcher = { run: run.run, stop: new AbortController() }
      const ended = AbortSignal.any([signal, watcher.stop.signal])
      watchers.add(watcher)
      try {
        if (!ended.aborted) yield* drawn(run, ended)
      } catch (error) {
        if (!ended.aborted) throw error
      } finally {
        watchers.delete(watcher)
      }
    },

    cancel: (handle) => {
      const { run, startedAt, picture } = v.parse(SampleHandle, handle)
      const { switches } = takeSwitches(picture.brief, picture.index)
      if (!switches.stuck && now() >= startedAt + durationOf(switches)) return Promise.resolve()
      canceled.add(run)
      for (const watcher of watchers) if (watcher.run === run) watcher.stop.abort()
      return Promise.resolve()
    },
  }
}
