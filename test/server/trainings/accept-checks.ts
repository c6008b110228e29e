import { setTimeout as delay } from 'node:timers/promises'
import type { VersionView } from '../../../shared/contract/index.ts'
import type { StartedProxy } from '../start-proxy.ts'

/** Waits until a version is looked through, and says of all that would spoil a training: anyway. */
export const acceptChecks = async (
  { call }: Pick<StartedProxy, 'call'>,
  { dataset, number }: Pick<VersionView, 'dataset' | 'number'>,
): Promise<void> => {
  const path = `/v1/datasets/${dataset}/versions/${number}`
  for (let tries = 0; tries < 500; tries += 1) {
    const { state, results } = (await call('checkVersion', `${path}/checks`)).report
    if (state === 'done') {
      const codes = results.flatMap(({ level, code }) => (level === 'blocking' ? [code] : []))
      if (codes.length > 0) await call('trainAnyway', `${path}/train-anyway`, { json: { codes } })
      return
    }
    await delay(20)
  }
  throw new Error('The checks never came to an end.')
}
