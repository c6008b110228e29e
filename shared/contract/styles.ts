import * as v from 'valibot'
import { StyleId } from '../ids.ts'
import { ModelName } from '../model-name.ts'
import { Style, StyleDraft } from '../style.ts'
import { StyleVersion, VersionNote, VersionState } from '../style-version.ts'
import { styleRoutes } from './style-routes.ts'

const OneStyle = v.object({ id: StyleId })
/** Numbers in a path are text; kept as text here and turned into a number by `Number` where they are used. */
const OneVersion = v.object({ id: StyleId, number: v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/)) })

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
    summary:
      'Change a style. Another model becomes its default version. Drafts that were made with it keep their recipes.',
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
  addVersion: {
    ...styleRoutes.addVersion,
    summary:
      'Add a version to a style; the default one stays. A model that it has already is a 409.',
    status: 201,
    params: OneStyle,
    body: v.strictObject({ model: ModelName, note: v.optional(VersionNote, '') }),
  },
  changeVersion: {
    ...styleRoutes.changeVersion,
    summary:
      'Change the note of a version, retire it or take it back; the default one cannot retire (409).',
    status: 200,
    params: OneVersion,
    body: v.strictObject({ note: VersionNote, state: VersionState }),
  },
  chooseVersion: {
    ...styleRoutes.chooseVersion,
    summary: 'Make a version the default of its style; a retired one is active again.',
    status: 200,
    params: OneStyle,
    body: v.strictObject({ number: StyleVersion.entries.number }),
  },
} as const
