import * as v from 'valibot'
import { absoluteBounds, unionOf } from '../document/geometry.ts'
import type { Members } from './member.ts'
import { NodeReference } from './node-reference.ts'
import { parseValue } from './parse-value.ts'
import type { Session } from './session.ts'

const Vector = v.object({ x: v.number(), y: v.number() })
const Zoom = v.pipe(v.number(), v.gtValue(0))
/** Air around what is zoomed to, as a factor. */
const MARGIN = 1.1

/** The person's view of the page. */
export const viewportMembers = ({ host: { document, viewport } }: Session): Members => ({
  center: {
    get: () => {
      const { x, y } = viewport.get()
      return { x, y }
    },
    set: (_, value) =>
      viewport.set({ ...viewport.get(), ...parseValue(Vector, value, 'set_center') }),
  },
  zoom: {
    get: () => viewport.get().zoom,
    set: (_, value) =>
      viewport.set({ ...viewport.get(), zoom: parseValue(Zoom, value, 'set_zoom') }),
  },
  bounds: {
    get: () => {
      const view = viewport.get()
      const [width, height] = [view.width / view.zoom, view.height / view.zoom]
      return { x: view.x - width / 2, y: view.y - height / 2, width, height }
    },
  },
  scrollAndZoomIntoView: {
    call: (_, given) => {
      const nodes = parseValue(v.array(NodeReference), given, 'scrollAndZoomIntoView')
      if (nodes.length === 0) return
      const area = unionOf(nodes.map(({ id }) => absoluteBounds(document, id)))
      const view = viewport.get()
      const fitting = Math.min(view.width / area.width, view.height / area.height) / MARGIN
      viewport.set({
        ...view,
        x: area.x + area.width / 2,
        y: area.y + area.height / 2,
        zoom: Math.min(1, fitting),
      })
    },
  },
})
