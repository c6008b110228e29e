import type { descriptions as endpoints } from '../../shared/contract/index.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../mount.ts'

export const descriptionRoutes = ({
  descriptions,
}: Pick<Deps, 'descriptions'>): Handlers<keyof typeof endpoints> => ({
  listDescribers: () => ({ describers: descriptions.list() }),
  createDescription: async ({ body, caller }) => ({
    description: await descriptions.create(body, caller),
  }),
  getDescription: ({ params: { id } }) => ({ description: descriptions.get(id) }),
})
