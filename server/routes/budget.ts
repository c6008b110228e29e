import type { budget as endpoints } from '../../shared/contract/index.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../mount.ts'

export const budgetRoutes = ({
  spending,
}: Pick<Deps, 'spending'>): Handlers<keyof typeof endpoints> => ({ getBudget: spending })
