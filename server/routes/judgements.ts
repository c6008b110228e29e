import type { judgements as endpoints } from '../../shared/contract/index.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../mount.ts'

export const judgementRoutes = ({
  judgements,
}: Pick<Deps, 'judgements'>): Handlers<keyof typeof endpoints> => ({
  judge: ({ body }) => judgements.judge(body),
})
