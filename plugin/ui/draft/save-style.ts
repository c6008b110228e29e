import type { Style, StyleDraft } from '../../../shared/style.ts'
import { whyUnusable } from '../models/why-unusable.ts'
import type { Panel } from '../panel.ts'

/**
 * Adds a style, or changes `before`, and looks at the proxy's styles again. Null, and nothing is saved, where its model
 * is new to it and known to be unusable; `whyUnusable` says why. One that could not be checked is saved, and she is
 * told.
 */
export const saveStyle = async (
  { api, canvas, models, proxy }: Pick<Panel, 'api' | 'canvas' | 'models' | 'proxy'>,
  before: Style | null,
  body: StyleDraft,
): Promise<Style | null> => {
  const { model } = body
  const asked = model === before?.model ? null : await models.ask(model)
  if (whyUnusable(asked) !== null) return null
  const { style } =
    before === null
      ? await api.createStyle({ body })
      : await api.updateStyle({ params: { id: before.id }, body })
  await proxy.check()
  if (asked?.state === 'failed')
    await canvas.notify({ message: 'Saved. The model could not be checked.', error: false })
  return style
}
