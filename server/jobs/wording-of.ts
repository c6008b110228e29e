import type { JobRecord, Plan } from './job-record.ts'

type Worded = Pick<JobRecord, 'request'> & { readonly plan: Pick<Plan, 'prompt' | 'wordings'> }

/** The words that one picture is drawn from, its wildcards chosen. */
export const wordingOf = (
  { request, plan }: Worded,
  index: number,
): { readonly brief: string; readonly prompt: string } =>
  plan.wordings?.[index] ?? { brief: request.brief, prompt: plan.prompt }
