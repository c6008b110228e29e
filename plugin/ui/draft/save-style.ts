import type { Style, StyleDraft } from '../../../shared/style.ts'
import { whyUnusable } from '../models/why-unusable.ts'
import type { Panel } from '../panel.ts'

/**
 * Adds a style, or changes `before`, and looks at the proxy's styles again. A model that is new to it is saved by the
 * name that always means the same. Null, and nothing is saved, where that model is known to be unusable; `whyUnusable`
 * says why. One that could not be checked is saved, and she is told.
 */
export const saveStyle = async (
  { api, canvas, models, proxy }: Pick<Panel, 'api' | 'canvas' | 'models' | 'proxy'>,
  before: Style | null,
  written: StyleDraft,
): Promise<Style | null> => {
  const { model } = written
  const asked = model === before?.model ? null : await models.ask(model)
  if (whyUnusable(asked) !== null) return null
  const body = asked?.state === 'known' ? { ...written, model: asked.model.pinned } : written
  const { style } =
    before === null
      ? await api.createStyle({ body })
      : await api.updateStyle({ params: { id: before.id }, body })
  await proxy.check()
  if (asked?.state === 'failed')
    await canvas.notify({ message: 'Saved. The model could not be checked.', error: false })
  return style
}
