import type { DraftForm } from '../../../shared/draft-form.ts'
import type { GenerateRequest } from '../../../shared/generate-request.ts'
import type { DocumentId, JobId } from '../../../shared/ids.ts'
import type { SweepBase } from '../../../shared/sweep.ts'
import type { ResolvedForm } from './resolve-form.ts'

/** Everything that the form says of a job. */
export const buildBase = (
  document: DocumentId,
  form: DraftForm,
  resolved: ResolvedForm,
): SweepBase => ({
  document,
  style: resolved.style.id,
  ...(form.version !== null && { version: form.version }),
  engine: resolved.engine.id,
  brief: form.brief,
  settings: resolved.settings,
  ...(resolved.reference !== null && { reference: resolved.reference }),
})

/** The one complete value that a job is made from. */
export const buildRequest = (
  id: JobId,
  document: DocumentId,
  form: DraftForm,
  resolved: ResolvedForm,
): GenerateRequest => ({ id, ...buildBase(document, form, resolved), count: resolved.count })
