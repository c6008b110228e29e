import type { DraftForm } from '../../../../shared/draft-form.ts'
import { followSize } from '../../../../shared/follow-size.ts'
import type { DocumentId } from '../../../../shared/ids.ts'
import type { Sweep } from '../../../../shared/sweep.ts'
import { buildBase } from '../../draft/build-request.ts'
import type { ResolvedForm } from '../../draft/resolve-form.ts'

/** What every cell begins from: what the Draft tab says, with its seed, or this one where it has none. */
export const baseOf = (
  document: DocumentId,
  form: DraftForm,
  resolved: ResolvedForm,
  seed: number,
): Pick<Sweep, 'base' | 'followed'> => {
  const base = buildBase(document, form, resolved)
  return {
    base: { ...base, settings: { ...base.settings, seed: base.settings.seed ?? seed } },
    followed: resolved.reference && form.reference && followSize(form.reference),
  }
}
