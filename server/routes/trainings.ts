import type { trainings as endpoints } from '../../shared/contract/index.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../mount.ts'

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
