import type { Studio } from '../create-studio.ts'
import { addFrame } from './add-frame.ts'
import { boxOf } from './item-geometry.ts'
import { encloses } from './rectangle.ts'
import type { Rectangle } from './rectangle.ts'
import type { Shortcut } from './shortcut.ts'
import { fit, inView, stepZoom, zoomAt } from './viewport.ts'

const show = ({ host }: Studio, bounds: Rectangle | null): void => {
  if (bounds !== null) host.viewport.set(fit(host.viewport.get(), bounds))
}

/** Zooms around the middle of the view. */
export const zoomTo = ({ host }: Studio, zoom: number): void => {
  const viewport = host.viewport.get()
  host.viewport.set(zoomAt(viewport, { x: viewport.width / 2, y: viewport.height / 2 }, zoom))
}

/** Selects the next or the previous frame in reading order and brings it into view. */
const selectNeighbour = (studio: Studio, step: 1 | -1): void => {
  const { nodes, selection } = studio.scene.value
  const inOrder = nodes
    .map((node) => ({ id: node.id, box: boxOf(node) }))
    .toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)
  if (inOrder.length === 0) return
  const at = inOrder.findIndex((node) => selection.includes(node.id))
  const start = at === -1 && step === -1 ? 0 : at
  const next = inOrder.at((start + step) % inOrder.length)
  if (next === undefined) return
  studio.host.person.select([next.id])
  if (!encloses(inView(studio.host.viewport.get()), next.box)) show(studio, next.box)
}

/** Does what a shortcut or a button of the same meaning asks for. */
export const perform = (studio: Studio, shortcut: Shortcut): void => {
  const { person } = studio.host
  const { selection, nodes } = studio.scene.value
  const { zoom } = studio.viewport.value
  switch (shortcut.type) {
    case 'undo':
      person.undo()
      return
    case 'redo':
      person.redo()
      return
    case 'duplicate':
      if (selection.length > 0) person.select(person.duplicate(selection))
      return
    case 'remove':
      if (selection.length > 0) person.remove(selection)
      return
    case 'select-all':
      person.select(nodes.filter((node) => !node.locked).map((node) => node.id))
      return
    case 'deselect':
      person.select([])
      return
    case 'next':
      selectNeighbour(studio, 1)
      return
    case 'previous':
      selectNeighbour(studio, -1)
      return
    case 'nudge':
      if (selection.length > 0) person.move(selection, shortcut.by.x, shortcut.by.y)
      return
    case 'add-frame':
      addFrame(studio)
      return
    case 'zoom-in':
      zoomTo(studio, stepZoom(zoom, 1))
      return
    case 'zoom-out':
      zoomTo(studio, stepZoom(zoom, -1))
      return
    case 'zoom-whole':
      zoomTo(studio, 1)
      return
    case 'fit-all':
      show(studio, studio.pageBounds.value)
      return
    case 'fit-selection':
      show(studio, studio.selectedBounds.value ?? studio.pageBounds.value)
  }
}
