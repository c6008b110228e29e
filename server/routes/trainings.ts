import { Hono } from 'hono'
import type { trainings as endpoints } from '../../shared/contract/index.ts'
import { downloadWeights } from '../../shared/contract/index.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import type { Handlers } from '../mount.ts'
import { parseRequest } from '../parse-request.ts'
import { streamBytes } from '../stream-bytes.ts'

export const trainingRoutes = ({
  trainings,
}: Pick<Deps, 'trainings'>): Handlers<keyof typeof endpoints> => ({
  listTrainers: () => trainings.trainers(),
  createTraining: async ({ body, caller }) => ({ training: await trainings.create(body, caller) }),
  listTrainings: ({ query: { limit, ...page } }) =>
    trainings.list({ ...page, limit: limit === undefined ? undefined : Number(limit) }),
  getTraining: ({ params: { id } }) => ({ training: trainings.get(id) }),
  cancelTraining: ({ params: { id } }) => ({ training: trainings.cancel(id) }),
  retryTraining: async ({ params: { id }, body, caller }) => ({
    training: await trainings.retry(id, body.id, caller),
  }),
  getTrainingLog: ({ params: { id } }) => ({ log: trainings.log(id) }),
})

/** The route whose answer is a file of weights. */
export const weightsRoutes = ({ trainings, log }: Pick<Deps, 'trainings' | 'log'>): Hono<Env> => {
  const app = new Hono<Env>()
  app.get('/v1/trainings/:id/weights', async (c) => {
    const { id } = parseRequest(downloadWeights.params, c.req.param())
    const { name, bytes, chunks } = await trainings.weights(id)
    const headers = {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(bytes),
      'Content-Disposition': `attachment; filename="${name}"`,
    }
    return c.req.method === 'HEAD'
      ? c.body(null, 200, headers)
      : c.body(streamBytes(chunks(), log), 200, headers)
  })
  return app
}
