import type { Style, StyleDraft } from '../../../shared/style.ts'
import type { Panel } from '../panel.ts'

/** Adds a style, or changes the one with `id`, and looks at the proxy's styles again. */
export const saveStyle = async (
  { api, proxy }: Pick<Panel, 'api' | 'proxy'>,
  id: Style['id'] | null,
  body: StyleDraft,
): Promise<Style> => {
  const { style } =
    id === null ? await api.createStyle({ body }) : await api.updateStyle({ params: { id }, body })
  await proxy.check()
  return style
}
