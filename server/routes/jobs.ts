import type { jobs as endpoints } from '../../shared/contract/index.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../mount.ts'

export const jobRoutes = ({ jobs }: Pick<Deps, 'jobs'>): Handlers<keyof typeof endpoints> => ({
  createJob: async ({ body, caller }) => ({ job: await jobs.create(body, caller) }),
  listJobs: ({ query: { state, document, cursor, ids, limit } }) =>
    jobs.list({
      state,
      document,
      cursor,
      ids: ids?.split(','),
      limit: limit === undefined ? undefined : Number(limit),
    }),
  getJob: ({ params }) => ({ job: jobs.get(params.id) }),
  cancelJob: ({ params }) => ({ job: jobs.cancel(params.id) }),
  claimOutput: ({ params, body }) => jobs.claim(params.id, Number(params.index), body.panel),
  placeOutput: ({ params }) => ({ job: jobs.place(params.id, Number(params.index)) }),
  markOutput: ({ params, body }) => ({
    job: jobs.mark(params.id, Number(params.index), body.mark),
  }),
})
