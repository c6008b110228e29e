import type { DraftForm } from '../../../shared/draft-form.ts'
import type { Style } from '../../../shared/style.ts'

/** A style's own settings, as the form holds them. */
export const styleSettings = ({ id, defaults }: Style) => ({
  style: id,
  version: null,
  count: defaults.count,
  format: defaults.format,
  steps: defaults.steps,
  guidance: defaults.guidance,
  loraScale: defaults.loraScale,
})

/** The form as it looks the first time. */
export const newForm = (style: Style): DraftForm => ({
  ...styleSettings(style),
  brief: '',
  engine: null,
  aspectRatio: 'frame',
  seed: { locked: false, value: 0 },
  reference: null,
})
