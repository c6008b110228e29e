import { setTimeout as delay } from 'node:timers/promises'
import type { DescriptionView } from '../../../shared/contract/index.ts'
import type { StartedProxy } from '../start-proxy.ts'

/** Asks for a description and waits for its end. */
export const describeAndWait = async (
  { call }: Pick<StartedProxy, 'call'>,
  json: object,
): Promise<DescriptionView> => {
  let { description } = await call('createDescription', '/v1/descriptions', { json })
  for (let tries = 0; tries < 1000; tries += 1) {
    if (description.state === 'succeeded' || description.state === 'failed') return description
    await delay(10)
    description = (await call('getDescription', `/v1/descriptions/${description.id}`)).description
  }
  throw new Error(`It never ended: ${JSON.stringify(description)}`)
}
