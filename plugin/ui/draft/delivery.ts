import { batch, effect, signal, untracked } from '@preact/signals-core'
import type { PictureRef, Placeholder } from '../../../shared/picture-ref.ts'
import type { JobView, OutputView } from '../../../shared/contract/index.ts'
import type { PanelId } from '../../../shared/ids.ts'
import { backoff } from '../backoff.ts'
import type { Canvas } from '../canvas-client.ts'
import type { Clock } from '../clock.ts'
import type { JobStore } from '../job-store.ts'
import { pictureKey } from '../placeholder-store.ts'
import type { PlaceholderStore } from '../placeholder-store.ts'
import type { Api } from '../proxy/create-api.ts'
import type { Pictures } from '../proxy/create-pictures.ts'
import { wordsOf } from '../words/words-of.ts'
import { describeError } from './describe-error.ts'
import { isPassing } from './is-passing.ts'
import { recipeOf } from './recipe-of.ts'
import { reportPlaced } from './report-placed.ts'

/** Pictures on their way at the same time. */
const AT_ONCE = 4
/** A claim of another panel ends after 30 seconds; then it is our turn. Milliseconds. */
const CLAIM = 31_000

export type DeliveryOptions = {
  readonly canvas: Pick<Canvas, 'fill' | 'fail' | 'release'>
  readonly api: Pick<Api, 'claimOutput' | 'placeOutput' | 'getJob'>
  readonly pictures: Pictures
  readonly jobs: JobStore
  readonly placeholders: PlaceholderStore
  readonly panel: PanelId
  readonly clock: Clock
  readonly onError: (error: unknown) => void
}

/**
 * Brings what the proxy knows onto the canvas: finished pictures fill their placeholders, failed ones say why,
 * canceled ones go away.
 */
export const createDelivery = (options: DeliveryOptions) => {
  const { canvas, api, pictures, jobs, placeholders, clock } = options
  /** Pictures on their way to the canvas now. */
  const busy = signal<ReadonlySet<string>>(new Set())
  /** Pictures that this panel has placed; the proxy may not have heard of it yet. */
  const placed = signal<ReadonlySet<string>>(new Set())
  const failures = new Map<string, number>()
  /** Not before their timer, or not at all (their placeholder says why). */
  const resting = new Set<string>()

  const rest = (key: string, ms: number) => {
    resting.add(key)
    clock.after(ms, () => {
      resting.delete(key)
      settle()
    })
  }

  const giveUp = async (picture: PictureRef, error: unknown) => {
    resting.add(pictureKey(picture))
    const message = wordsOf(error)
    placeholders.mark([picture], message)
    await canvas.fail({ pictures: [picture], message })
  }

  const bring = async (job: JobView, output: OutputView): Promise<void> => {
    const picture = { job: job.id, index: output.index }
    const key = pictureKey(picture)
    const [claim, bytes] = await Promise.all([
      api.claimOutput({
        params: { id: job.id, index: String(output.index) },
        body: { panel: options.panel },
      }),
      pictures(output.file),
    ])
    if (claim.reason === 'claimed') return rest(key, CLAIM)
    if (claim.reason === 'placed') {
      jobs.put([(await api.getJob({ params: { id: job.id } })).job])
      return
    }
    const mark = output.mark ?? null
    const { outcome } = await canvas.fill({ recipe: recipeOf(job, output), bytes, mark })
    batch(() => {
      placeholders.remove([picture])
      if (outcome === 'placed') placed.value = new Set([...placed.value, key])
    })
    if (outcome === 'placed') void reportPlaced(options, picture, options.onError)
  }

  const start = async (job: JobView, output: OutputView): Promise<void> => {
    const picture = { job: job.id, index: output.index }
    const key = pictureKey(picture)
    busy.value = new Set([...busy.value, key])
    try {
      await bring(job, output)
      failures.delete(key)
    } catch (error) {
      options.onError(error)
      if (!isPassing(error)) return await giveUp(picture, error)
      failures.set(key, (failures.get(key) ?? 0) + 1)
      rest(key, backoff(failures.get(key) ?? 1))
    } finally {
      busy.value = new Set([...busy.value].filter((other) => other !== key))
      settle()
    }
  }

  const settleOne = (placeholder: Placeholder, job: JobView): void => {
    const { index } = placeholder
    const key = pictureKey(placeholder)
    const picture = { job: job.id, index }
    const output = job.outputs.find((one) => one.index === index)
    const run = job.runs.find((one) => one.index === index)
    if (output !== undefined) {
      const isDue = !output.placed && !busy.value.has(key) && !placed.value.has(key)
      if (isDue && !resting.has(key) && busy.value.size < AT_ONCE)
        start(job, output).catch(options.onError)
    } else if (run?.state === 'failed' && placeholder.failure === null) {
      const message = run.error === null ? 'The picture failed.' : describeError(run.error)
      placeholders.mark([picture], message)
      canvas.fail({ pictures: [picture], message }).catch(options.onError)
    } else if (run?.state === 'canceled') {
      placeholders.remove([picture])
      canvas.release({ pictures: [picture] }).catch(options.onError)
    }
  }

  const settle = (): void =>
    untracked(() => {
      for (const placeholder of placeholders.list.value) {
        const job = jobs.jobs.value.get(placeholder.job)
        if (job !== undefined) settleOne(placeholder, job)
      }
    })

  return {
    busy,
    placed,
    /** Settles now and after every change. Returns the way to stop. */
    start: () =>
      effect(() => {
        if (placeholders.list.value.length > 0 && jobs.jobs.value.size > 0) settle()
      }),
  }
}
export type Delivery = ReturnType<typeof createDelivery>
