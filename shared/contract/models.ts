import * as v from 'valibot'
import { ModelName } from '../model-name.ts'
import { modelRoutes } from './model-routes.ts'

export const models = {
  describeModel: {
    ...modelRoutes.describeModel,
    summary: 'What a model is and costs, before a style takes it.',
    status: 200,
    query: v.object({ name: ModelName }),
  },
} as const
