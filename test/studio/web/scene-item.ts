import type { SceneItem } from '../../../server/studio/host/scene.ts'
import type { Rectangle } from '../../../server/studio/web/canvas/rectangle.ts'

/** A plain frame for drawing and touching. */
export const sceneItem = (
  id: string,
  bounds: Rectangle,
  rest: Partial<SceneItem> = {},
): SceneItem => ({
  id,
  type: 'FRAME',
  name: id,
  ...bounds,
  axes: [1, 0, 0, 1],
  visible: true,
  locked: false,
  opacity: 1,
  cornerRadii: [0, 0, 0, 0],
  clipsContent: true,
  fills: [],
  strokes: [],
  strokeWeight: 0,
  dashPattern: [],
  text: null,
  relaunch: {},
  children: [],
  ...rest,
})
