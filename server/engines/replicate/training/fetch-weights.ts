import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { extract } from 'tar-stream'
import * as v from 'valibot'
import { AppError } from '../../../../shared/errors.ts'
import type { KeptWeights } from '../../../../shared/training-progress.ts'
import type { Clock } from '../../../clock.ts'
import { wait } from '../../../wait.ts'
import type { KeepWeights } from '../../../weights/weights-store.ts'
import { backoff } from '../api/backoff.ts'
import type { Delivery, Opened } from '../picture/open-delivery.ts'
import { openDelivery } from '../picture/open-delivery.ts'

/** So long one download may take: a gigabyte at seven megabits a second. Milliseconds. */
const TIMEOUT_MS = 20 * 60_000
/** How often each trouble is met before it is the end: the address is there for an hour. */
const TRIES: Readonly<Record<Exclude<Opened['state'], 'open'>, number>> = {
  gone: 3,
  away: 120,
  odd: 4,
  strange: 1,
}

const WORDS: Readonly<Record<Exclude<Opened['state'], 'open'>, string>> = {
  gone: 'Replicate had deleted the weights before the proxy could fetch them.',
  away: 'Replicate did not hand the weights out.',
  odd: 'Replicate delivered something else in the place of the weights.',
  strange: 'The address of the weights does not belong to Replicate, so it was not opened.',
}

const Chunk = v.instance(Uint8Array)

async function* chunksOf(source: AsyncIterable<unknown>): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of source) yield v.parse(Chunk, chunk)
}

/** The weights out of a trainer's `.tar` (`output/…/lora.safetensors` beside its configuration and captions). */
const keepFromTar = async (source: Readable, keep: KeepWeights): Promise<KeptWeights | null> => {
  const archive = extract()
  const read = async (): Promise<KeptWeights | null> => {
    let kept: KeptWeights | null = null
    for await (const entry of archive) {
      if (kept === null && entry.header.name.endsWith('.safetensors'))
        kept = await keep(chunksOf(entry))
      entry.resume()
    }
    return kept
  }
  const [kept, moved] = await Promise.allSettled([read(), pipeline(source, archive)])
  if (kept.status === 'rejected') throw kept.reason
  if (moved.status === 'rejected') throw moved.reason
  return kept.value
}

type Options = Delivery & { readonly clock: Clock; readonly random: () => number }

/**
 * Downloads the weights that a training made, patiently, and keeps them as they come. Null when the signal aborts.
 * Throws AppError in words; `storage_full` too.
 */
export const createFetchWeights =
  ({ clock, random, ...delivery }: Options) =>
  async (url: string, keep: KeepWeights, signal: AbortSignal): Promise<KeptWeights | null> => {
    const attempt = async (): Promise<KeptWeights | Exclude<Opened['state'], 'open'>> => {
      try {
        const within = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])
        const opened = await openDelivery(url, delivery, within)
        if (opened.state !== 'open') return opened.state
        if (opened.response.body === null) return 'odd'
        const source = Readable.fromWeb(opened.response.body)
        const isPlain = new URL(url).pathname.endsWith('.safetensors')
        const kept = isPlain ? await keep(chunksOf(source)) : await keepFromTar(source, keep)
        return kept ?? 'odd'
      } catch (error) {
        if (error instanceof AppError)
          // Cut on the way or no weights at all: the next attempt tells.
          if (error.code === 'invalid_request') return 'odd'
          else throw error
        return 'away'
      }
    }
    const met = new Map<string, number>()
    for (let failures = 1; ; failures += 1) {
      const result = await attempt()
      if (typeof result !== 'string') return result
      if (signal.aborted) return null
      const times = (met.get(result) ?? 0) + 1
      met.set(result, times)
      if (times >= TRIES[result])
        throw new AppError(result === 'gone' ? 'expired' : 'bad_answer', WORDS[result])
      const silence = { type: 'silence', sent: true } as const
      await wait(clock, backoff(failures, silence, clock.now(), random), signal)
    }
  }
