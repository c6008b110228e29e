import * as v from 'valibot'
import { StyleId } from '../ids.ts'
import { Style } from '../style.ts'

const StyleAnswer = v.object({ style: Style })

/** How each route is asked, and what it answers. */
export const styleRoutes = {
  createStyle: { method: 'POST', path: '/v1/styles', response: StyleAnswer },
  updateStyle: { method: 'PUT', path: '/v1/styles/{id}', response: StyleAnswer },
  deleteStyle: {
    method: 'DELETE',
    path: '/v1/styles/{id}',
    response: v.object({ id: StyleId }),
  },
  addVersion: { method: 'POST', path: '/v1/styles/{id}/versions', response: StyleAnswer },
  changeVersion: {
    method: 'PUT',
    path: '/v1/styles/{id}/versions/{number}',
    response: StyleAnswer,
  },
  chooseVersion: { method: 'PUT', path: '/v1/styles/{id}/default', response: StyleAnswer },
} as const
