import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import type { TrainingView } from '../../../shared/contract/index.ts'
import { TrainingId } from '../../../shared/ids.ts'
import { randomId } from '../../../shared/random-id.ts'
import type { TrainingRequest } from '../../../shared/training-request.ts'
import { addDataset } from '../datasets/open-dataset.ts'
import { openReplicate } from '../replicate/open-replicate.ts'
import type { StartedProxy } from '../start-proxy.ts'
import { acceptChecks } from './accept-checks.ts'

export const trainingId = () => v.parse(TrainingId, randomId('training', randomBytes))

/** What a panel asks of a proxy about trainings. */
export const trainingsOn = ({ call }: Pick<StartedProxy, 'call'>) => {
  const get = async (id: string): Promise<TrainingView> =>
    (await call('getTraining', `/v1/trainings/${id}`)).training
  const until = async (
    id: string,
    isWanted: (training: TrainingView) => boolean,
  ): Promise<TrainingView> => {
    for (let tries = 0; tries < 1500; tries += 1) {
      const current = await get(id)
      if (isWanted(current)) return current
      await delay(10)
    }
    throw new Error(`It never came to that: ${JSON.stringify(await get(id))}`)
  }
  return {
    get,
    until,
    create: async (json: TrainingRequest) =>
      (await call('createTraining', '/v1/trainings', { json })).training,
    ended: (id: string) => until(id, ({ state }) => /succeeded|failed|canceled/.test(state)),
    cancel: async (id: string) =>
      (await call('cancelTraining', `/v1/trainings/${id}/cancel`)).training,
    retry: async (id: string, json = { id: trainingId() }) =>
      (await call('retryTraining', `/v1/trainings/${id}/retry`, { json })).training,
    log: async (id: string) => (await call('getTrainingLog', `/v1/trainings/${id}/log`)).log,
  }
}

type Options = Parameters<typeof openReplicate>[0] & {
  readonly pieces?: number
  readonly config?: NonNullable<
    Parameters<Awaited<ReturnType<typeof openReplicate>>['start']>[0]
  >['config']
}

/** A proxy with a frozen dataset version, in front of a fake Replicate that trains in a third of a second. */
export const openTraining = async ({ pieces = 3, config, ...options }: Options = {}) => {
  const replicate = await openReplicate({ timing: { startMs: 20, runMs: 300 }, ...options })
  const proxy = await replicate.start({ ...(config && { config }) })
  const dataset = await addDataset(proxy)
  for (let number = 1; number <= pieces; number += 1)
    await dataset.put(number, { red: number * 20 })
  const version = await dataset.freeze()
  await acceptChecks(proxy, version)
  const request = (changes: Partial<TrainingRequest> = {}): TrainingRequest => ({
    id: trainingId(),
    style: version.style,
    dataset: version.dataset,
    datasetVersion: version.number,
    trainer: 'flux-dev-lora',
    settings: {},
    ...changes,
  })
  return { ...replicate, proxy, dataset, version, request, ...trainingsOn(proxy) }
}
