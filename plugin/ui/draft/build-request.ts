import type { DraftForm } from '../../../shared/draft-form.ts'
import type { GenerateRequest } from '../../../shared/generate-request.ts'
import type { DocumentId, JobId } from '../../../shared/ids.ts'
import type { ResolvedForm } from './resolve-form.ts'

/** The one complete value that a job is made from. */
export const buildRequest = (
  id: JobId,
  document: DocumentId,
  form: DraftForm,
  resolved: ResolvedForm,
): GenerateRequest => ({
  id,
  document,
  style: resolved.style.id,
  ...(form.version !== null && { version: form.version }),
  engine: resolved.engine.id,
  brief: form.brief,
  count: resolved.count,
  settings: resolved.settings,
  ...(resolved.reference !== null && { reference: resolved.reference }),
})
