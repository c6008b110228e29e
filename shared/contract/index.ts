import { briefs } from './briefs.ts'
import { budget } from './budget.ts'
import { checks } from './checks.ts'
import { comparisons } from './comparisons.ts'
import { datasets } from './datasets.ts'
import { descriptions } from './descriptions.ts'
import { files } from './files.ts'
import { imports } from './imports.ts'
import { jobs } from './jobs.ts'
import { judgements } from './judgements.ts'
import { models } from './models.ts'
import { sheets } from './sheets.ts'
import { status } from './status.ts'
import { styles } from './styles.ts'
import { trainings } from './trainings.ts'
import { weights } from './weights.ts'

export * from './brief-routes.ts'
export * from './briefs.ts'
export * from './budget-route.ts'
export * from './budget.ts'
export * from './check-views.ts'
export * from './checks.ts'
export * from './comparison-routes.ts'
export * from './comparisons.ts'
export * from './dataset-routes.ts'
export * from './datasets.ts'
export * from './description-views.ts'
export * from './descriptions.ts'
export * from './files.ts'
export * from './import-routes.ts'
export * from './imports.ts'
export * from './job-views.ts'
export * from './jobs.ts'
export * from './judgement-routes.ts'
export * from './judgements.ts'
export * from './model-routes.ts'
export * from './models.ts'
export * from './sheet-routes.ts'
export * from './sheets.ts'
export * from './status.ts'
export * from './styles.ts'
export * from './training-routes.ts'
export * from './trainings.ts'
export * from './weights.ts'

/** Every JSON route by name. Both sides are typed from this one map; files and events have their own shapes. */
export const contract = {
  ...status,
  ...jobs,
  ...models,
  ...styles,
  ...budget,
  ...comparisons,
  ...datasets,
  ...trainings,
  ...checks,
  ...imports,
  ...weights,
  ...judgements,
  ...descriptions,
  ...files,
  ...sheets,
  ...briefs,
} as const
export type Contract = typeof contract
