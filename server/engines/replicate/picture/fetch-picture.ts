import type { JobError } from '../../../../shared/errors.ts'
import type { PictureFormat } from '../../../../shared/settings.ts'
import { abortLater } from '../../../abort-later.ts'
import type { Clock } from '../../../clock.ts'
import { wait } from '../../../wait.ts'
import { backoff } from '../api/backoff.ts'
import type { ErrorRow } from '../errors/explained.ts'
import { explain, jobError } from '../errors/explained.ts'
import { BAD_PICTURE, EXPIRED, NO_DELIVERY, STRANGE_HOST, TOO_LARGE } from '../run/endings.ts'
import type { Download, PictureDelivery } from './download-once.ts'
import { downloadOnce } from './download-once.ts'
import type { Verified } from './to-picture.ts'
import { toPicture } from './to-picture.ts'

export type Fetched =
  | (Verified & { readonly state: 'picture' })
  | { readonly state: 'failed'; readonly error: JobError }

type Trouble = Exclude<Download['state'], 'bytes'>

/** How often each trouble is met before it is the end. A host that is away may be back within the hour that is left. */
const TROUBLES: Readonly<
  Record<Trouble, { readonly tries: number; readonly ending: Omit<ErrorRow, 'match'> }>
> = {
  gone: { tries: 3, ending: EXPIRED },
  away: { tries: 120, ending: NO_DELIVERY },
  odd: { tries: 4, ending: BAD_PICTURE },
  large: { tries: 1, ending: TOO_LARGE },
  strange: { tries: 1, ending: STRANGE_HOST },
}

export type FetchPicture = (
  url: string,
  format: PictureFormat,
  signal: AbortSignal,
) => Promise<Fetched | null>

/** Milliseconds in which a download that is under way may end when the proxy stops: less than its runner waits. */
const FINISH = 4_000

type Options = PictureDelivery & { readonly clock: Clock; readonly random: () => number }

/**
 * Downloads a picture that is paid already, patiently, and verifies it. Null when the signal aborts, unless its bytes
 * are on their way: those may still come.
 */
export const createFetchPicture = ({ clock, random, ...delivery }: Options): FetchPicture => {
  const attempt = async (
    url: string,
    format: PictureFormat,
    signal: AbortSignal,
  ): Promise<Verified | Trouble> => {
    const late = abortLater(signal, FINISH, clock)
    const download = await downloadOnce(url, delivery, late.signal)
    late.callOff()
    if (download.state !== 'bytes') return download.state
    try {
      return await toPicture(download.bytes, format)
    } catch {
      // Cut on the way or not a picture at all: the next attempt tells.
      return 'odd'
    }
  }

  return async (url, format, signal) => {
    const met = new Map<Trouble, number>()
    for (let failures = 1; ; failures += 1) {
      const result = await attempt(url, format, signal)
      if (typeof result !== 'string') return { state: 'picture', ...result }
      if (signal.aborted) return null
      const times = (met.get(result) ?? 0) + 1
      met.set(result, times)
      const { tries, ending } = TROUBLES[result]
      if (times >= tries) return { state: 'failed', error: jobError(explain(ending)) }
      const silence = { type: 'silence', sent: true } as const
      await wait(clock, backoff(failures, silence, clock.now(), random), signal)
    }
  }
}
