import { briefRoutes } from './brief-routes.ts'
import { budgetRoute } from './budget-route.ts'
import { checkRoutes } from './check-views.ts'
import { comparisonRoutes } from './comparison-routes.ts'
import { datasetRoutes } from './dataset-routes.ts'
import { descriptionRoutes } from './description-views.ts'
import { importRoutes } from './import-routes.ts'
import { jobRoutes } from './job-views.ts'
import { judgementRoutes } from './judgement-routes.ts'
import { modelRoutes } from './model-routes.ts'
import { sheetRoutes } from './sheet-routes.ts'
import { status } from './status.ts'
import { weightRoutes } from './weight-routes.ts'
import { styleRoutes } from './style-routes.ts'
import { trainingRoutes } from './training-routes.ts'

/**
 * The routes that the panel calls, without what the proxy alone needs of them: the checks of what comes in, and words
 * for the OpenAPI document.
 */
export const routes = {
  ...status,
  ...jobRoutes,
  ...modelRoutes,
  ...sheetRoutes,
  ...styleRoutes,
  ...budgetRoute,
  ...comparisonRoutes,
  ...datasetRoutes,
  ...judgementRoutes,
  ...weightRoutes,
  ...briefRoutes,
  ...trainingRoutes,
  ...checkRoutes,
  ...importRoutes,
  ...descriptionRoutes,
} as const
