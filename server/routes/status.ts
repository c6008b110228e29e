import { SIDE_LIMIT, UPLOAD_LIMIT } from '../../shared/contract/index.ts'
import { BRIEF_LIMIT, COUNT_LIMIT } from '../../shared/generate-request.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../mount.ts'

type Used = Pick<Deps, 'version' | 'engines' | 'styles' | 'budget' | 'storage'>

export const statusRoutes = ({
  version,
  engines,
  styles,
  budget,
  storage,
}: Used): Handlers<'getStatus'> => ({
  getStatus: async () => ({
    version,
    engines: engines.views(),
    defaultEngine: engines.defaultId,
    styles: styles.list(),
    limits: {
      count: COUNT_LIMIT,
      briefLength: BRIEF_LIMIT,
      uploadBytes: UPLOAD_LIMIT,
      sidePixels: SIDE_LIMIT,
    },
    budget: budget(),
    storage: (await storage()) ?? undefined,
  }),
})
