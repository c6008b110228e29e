import * as v from 'valibot'
import { absoluteBounds, absoluteTransform } from '../document/geometry.ts'
import { renderBounds } from '../document/render-bounds.ts'
import { HostError } from '../host-error.ts'
import { renderSvg } from '../render/render-svg.ts'
import { placeItem, toSceneItem } from '../to-scene.ts'
import type { Members } from './member.ts'
import { parseValue } from './parse-value.ts'
import type { Session } from './session.ts'
import type { Size } from '../../../../shared/aspect-ratio.ts'

const Constraint = v.strictObject({
  type: v.picklist(['SCALE', 'WIDTH', 'HEIGHT']),
  value: v.pipe(v.number(), v.gtValue(0)),
})
const common = {
  contentsOnly: v.optional(v.boolean()),
  useAbsoluteBounds: v.optional(v.boolean()),
  suffix: v.optional(v.string()),
  colorProfile: v.optional(v.picklist(['DOCUMENT', 'SRGB', 'DISPLAY_P3_V4'])),
}
const ExportSettings = v.optional(
  v.variant('format', [
    v.strictObject({
      format: v.picklist(['PNG', 'JPG']),
      constraint: v.optional(Constraint),
      ...common,
    }),
    v.strictObject({ format: v.literal('SVG_STRING'), ...common }),
  ]),
  { format: 'PNG' },
)

/** Exactly what was asked for, in whole pixels (plugin-api.d.ts, line 5161). */
const exportSize = (size: Size, constraint: v.InferOutput<typeof Constraint>): Size => {
  const { type, value } = constraint
  const scale =
    type === 'SCALE' ? value : type === 'WIDTH' ? value / size.width : value / size.height
  const pixels = (length: number): number => Math.max(1, Math.round(length * scale))
  return { width: pixels(size.width), height: pixels(size.height) }
}

/** `exportAsync`, in the formats that the host can make. It rejects for what is not drawn; in which words is not documented. */
export const exportMembers = (session: Session): Members => ({
  exportAsync: {
    call: async ({ id }, given) => {
      const { document, images, rasterize } = session.host
      const settings = parseValue(ExportSettings, await Promise.resolve(given), 'exportAsync')
      if (document.node(id).type === 'PAGE')
        throw new HostError('Exporting a page is not in our host yet')
      const box = absoluteBounds(document, id)
      const drawn = renderBounds(document, id)
      if (drawn === null)
        throw new HostError('in exportAsync: This node has nothing that is visible')
      const shown = settings.useAbsoluteBounds === true ? box : drawn
      const constraint = 'constraint' in settings ? settings.constraint : undefined
      const size = exportSize(shown, constraint ?? { type: 'SCALE', value: 1 })
      const item = placeItem(toSceneItem(session.host, id), absoluteTransform(document, id))
      const svg = renderSvg(item, shown, size, (hash) => images.get(hash))
      if (settings.format === 'SVG_STRING') return svg
      return rasterize(svg, size, settings.format === 'PNG' ? 'png' : 'jpg')
    },
  },
})
