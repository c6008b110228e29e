import * as v from 'valibot'
import { BriefId, SavedBrief } from '../saved-brief.ts'

const BriefsAnswer = v.object({ briefs: v.array(SavedBrief) })

/** How each route is asked, and what it answers. */
export const briefRoutes = {
  listBriefs: { method: 'GET', path: '/v1/briefs', response: BriefsAnswer },
  saveBriefs: {
    method: 'POST',
    path: '/v1/briefs',
    response: v.object({
      ...BriefsAnswer.entries,
      /** How many of them had the words of one that was there: that one has their tags now. */
      merged: v.number(),
    }),
  },
  updateBrief: {
    method: 'PUT',
    path: '/v1/briefs/{id}',
    response: v.object({ brief: SavedBrief }),
  },
  deleteBrief: {
    method: 'DELETE',
    path: '/v1/briefs/{id}',
    response: v.object({ id: BriefId }),
  },
} as const
