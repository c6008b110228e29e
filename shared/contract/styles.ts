import * as v from 'valibot'
import { StyleId } from '../ids.ts'
import { Style, StyleDraft } from '../style.ts'
import { styleRoutes } from './style-routes.ts'

const OneStyle = v.object({ id: StyleId })

export const styles = {
  listStyles: {
    method: 'GET',
    path: '/v1/styles',
    summary: 'All styles, by name.',
    status: 200,
    response: v.object({ styles: v.array(Style) }),
  },
  createStyle: {
    ...styleRoutes.createStyle,
    summary: 'Add a style; its id is made from its name.',
    status: 201,
    body: StyleDraft,
  },
  updateStyle: {
    ...styleRoutes.updateStyle,
    summary: 'Change a style. Drafts that were made with it keep their recipes.',
    status: 200,
    params: OneStyle,
    body: StyleDraft,
  },
  deleteStyle: {
    ...styleRoutes.deleteStyle,
    summary: 'Remove a style; the last one stays (409).',
    status: 200,
    params: OneStyle,
  },
} as const
