import { drawnOn } from './board-data.ts'
import { moveTo, placeOn } from './move-to.ts'

/** What she drew on a copy goes onto the copy that takes its place, or on the board over a picture of it. */
export const keepDrawings = (section: SectionNode, old: SceneNode, next: SceneNode): void => {
  const [from, to] = [placeOn(section, old), placeOn(section, next)]
  const scale = from.width === 0 ? 1 : to.width / from.width
  const holder = 'children' in next && next.type !== 'INSTANCE' ? next : section
  for (const node of drawnOn(old)) {
    const place = placeOn(section, node)
    holder.appendChild(node)
    moveTo(section, node, {
      x: to.x + (place.x - from.x) * scale,
      y: to.y + (place.y - from.y) * scale,
    })
  }
}
