import * as v from 'valibot'
import { Style } from '../style.ts'

/** How the route is asked, and what it answers. */
export const weightRoutes = {
  importWeights: {
    method: 'POST',
    path: '/v1/styles/{id}/imports',
    response: v.object({ style: Style }),
  },
} as const
