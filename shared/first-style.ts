import * as v from 'valibot'
import { Style } from './style.ts'

/** The style that a new proxy starts with. */
export const FIRST_STYLE: Style = v.parse(Style, {
  id: 'nua',
  name: 'Nua figurine',
  trigger: 'nua_figurine_style',
  template:
    'a {trigger} chibi figurine of {brief}, stylized proportions, pastel earth tones, flat illustration style, circular grass base',
  model: null,
  defaults: {
    aspectRatio: '1:1',
    format: 'png',
    steps: 28,
    guidance: 3,
    loraScale: 1,
    count: 4,
  },
})
