import * as v from 'valibot'
import { StyleId } from '../ids.ts'
import { Style, StyleDraft } from '../style.ts'

const StyleAnswer = v.object({ style: Style })
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
    method: 'POST',
    path: '/v1/styles',
    summary: 'Add a style; its id is made from its name.',
    status: 201,
    body: StyleDraft,
    response: StyleAnswer,
  },
  updateStyle: {
    method: 'PUT',
    path: '/v1/styles/{id}',
    summary: 'Change a style. Drafts that were made with it keep their recipes.',
    status: 200,
    params: OneStyle,
    body: StyleDraft,
    response: StyleAnswer,
  },
  deleteStyle: {
    method: 'DELETE',
    path: '/v1/styles/{id}',
    summary: 'Remove a style; the last one stays (409).',
    status: 200,
    params: OneStyle,
    response: v.object({ id: StyleId }),
  },
} as const
