import type { models as endpoints } from '../../shared/contract/index.ts'
import type { Deps } from '../deps.ts'
import { askAboutModel } from '../engines/ask-about-model.ts'
import type { Handlers } from '../mount.ts'

export const modelRoutes = ({
  engines,
  closing,
}: Pick<Deps, 'engines' | 'closing'>): Handlers<keyof typeof endpoints> => ({
  describeModel: ({ query }) => askAboutModel(engines.forModels(), query.name, closing),
})
