import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { createCleaners } from '../../../server/sheets/run/create-cleaners.ts'
import { plainPage } from '../../sheets/plain-page.ts'

// The process itself would be aborted: the models' native code does not survive its thread.
it.each([0, 200, 400, 700])(
  'a thread that is stopped after %i ms, while its models load or work, takes nothing with it',
  async (wait) => {
    const cleaners = createCleaners(2, systemClock)
    const bytes = await plainPage()
    const stop = new AbortController()
    const works = [
      cleaners.clean({ bytes, cells: null }, () => undefined, stop.signal),
      cleaners.read('pp-ocr-4', bytes, stop.signal),
    ].map((work) => work.catch((error: unknown) => error))
    await delay(wait)
    stop.abort()
    const [cleaned] = await Promise.all(works)
    expect(cleaned).toMatchObject({ code: 'canceled' })
    await cleaners.close()
  },
  20_000,
)
