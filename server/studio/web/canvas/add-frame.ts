import type { Studio } from '../create-studio.ts'
import { freeSpot } from './free-spot.ts'
import { boxOf } from './item-geometry.ts'
import { encloses } from './rectangle.ts'
import type { Point, Rectangle } from './rectangle.ts'
import type { Picture } from './read-picture.ts'
import { fit, inView } from './viewport.ts'

const SIDE = 1024
const WHITE = { r: 1, g: 1, b: 1 }
/** Canvas pixels between pictures that were dropped together. */
const GAP = 80

const reveal = ({ host }: Studio, bounds: Rectangle): void => {
  const viewport = host.viewport.get()
  if (!encloses(inView(viewport), bounds)) host.viewport.set(fit(viewport, bounds))
}

/** A white frame on free canvas in the middle of the view, selected. */
export const addFrame = (studio: Studio): void => {
  const { host } = studio
  const size = { width: SIDE, height: SIDE }
  const bounds = { ...freeSpot(host.scene().nodes.map(boxOf), host.viewport.get(), size), ...size }
  const id = host.person.addFrame({ name: 'Frame', ...bounds, fill: WHITE })
  host.person.select([id])
  reveal(studio, bounds)
}

/** Each picture as a frame of its size, selected: in a row around `at`, or on free canvas without it. */
export const addPictures = (
  studio: Studio,
  pictures: readonly Picture[],
  at: Point | null,
): void => {
  const { host } = studio
  const width = pictures.reduce((sum, picture) => sum + picture.width, GAP * (pictures.length - 1))
  const height = Math.max(...pictures.map((picture) => picture.height))
  const start =
    at === null
      ? freeSpot(host.scene().nodes.map(boxOf), host.viewport.get(), { width, height })
      : { x: Math.round(at.x - width / 2), y: Math.round(at.y - height / 2) }
  let { x } = start
  const ids = pictures.map(({ name, width, height, bytes }) => {
    const id = host.person.addFrame({ name, x, y: start.y, width, height, image: bytes })
    x += width + GAP
    return id
  })
  host.person.select(ids)
  reveal(studio, { ...start, width, height })
}
