import * as v from 'valibot'
import { BRIEFS_LIMIT, BriefId, StrictBriefDraft } from '../saved-brief.ts'
import { briefRoutes } from './brief-routes.ts'

const OneBrief = v.object({ id: BriefId })

export const briefs = {
  listBriefs: { ...briefRoutes.listBriefs, summary: 'All saved briefs, by name.', status: 200 },
  saveBriefs: {
    ...briefRoutes.saveBriefs,
    summary: 'Save briefs, all or none. One with the words of a saved one adds its tags to that.',
    status: 201,
    /** As many as there may be, each as long as it may be. */
    bodyBytes: 4 * 1024 * 1024,
    body: v.strictObject({
      briefs: v.pipe(v.array(StrictBriefDraft), v.minLength(1), v.maxLength(BRIEFS_LIMIT)),
    }),
  },
  updateBrief: {
    ...briefRoutes.updateBrief,
    summary: 'Change a saved brief.',
    status: 200,
    params: OneBrief,
    body: StrictBriefDraft,
  },
  deleteBrief: {
    ...briefRoutes.deleteBrief,
    summary: 'Delete a saved brief.',
    status: 200,
    params: OneBrief,
  },
} as const
