import type { briefs as endpoints } from '../../shared/contract/index.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../mount.ts'

export const briefRoutes = ({
  briefs,
}: Pick<Deps, 'briefs'>): Handlers<keyof typeof endpoints> => ({
  listBriefs: () => ({ briefs: briefs.list() }),
  saveBriefs: ({ body }) => briefs.save(body.briefs),
  updateBrief: ({ params, body }) => ({ brief: briefs.update(params.id, body) }),
  deleteBrief: ({ params }) => {
    briefs.remove(params.id)
    return { id: params.id }
  },
})
