import type { jobs as endpoints } from '../../shared/contract/index.ts'
import { searchWords } from '../../shared/fold-words.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../mount.ts'

export const jobRoutes = ({ jobs }: Pick<Deps, 'jobs'>): Handlers<keyof typeof endpoints> => ({
  createJob: async ({ body, caller }) => ({ job: await jobs.create(body, caller) }),
  listJobs: ({ query: { ids, limit, words, since, until, ...query } }) =>
    jobs.list({
      ...query,
      ids: ids?.split(','),
      limit: limit === undefined ? undefined : Number(limit),
      words: words === undefined ? [] : searchWords(words),
      since: since === undefined ? undefined : Date.parse(since),
      until: until === undefined ? undefined : Date.parse(until),
    }),
  getJob: ({ params }) => ({ job: jobs.get(params.id) }),
  cancelJob: ({ params }) => ({ job: jobs.cancel(params.id) }),
  claimOutput: ({ params, body }) => jobs.claim(params.id, Number(params.index), body.panel),
  placeOutput: ({ params }) => ({ job: jobs.place(params.id, Number(params.index)) }),
  markOutput: ({ params, body }) => ({
    job: jobs.mark(params.id, Number(params.index), body.mark),
  }),
  dismissOutput: ({ params, body }) => ({
    job: jobs.dismiss(params.id, Number(params.index), body.dismissed),
  }),
})
