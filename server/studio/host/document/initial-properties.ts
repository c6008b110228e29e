import type { NodeType } from './node-record.ts'
import type { NodeProperties } from './node-properties.ts'
import { solid } from './paint.ts'
import { UPRIGHT } from './transform.ts'

/** What a node starts with where its type says nothing else. */
export const initialProperties: NodeProperties = {
  name: '',
  visible: true,
  locked: false,
  expanded: true,
  opacity: 1,
  blendMode: 'PASS_THROUGH',
  x: 0,
  y: 0,
  axes: UPRIGHT,
  width: 100,
  height: 100,
  fills: [],
  strokes: [],
  backgrounds: [],
  strokeWeight: 1,
  strokeAlign: 'INSIDE',
  constraints: { horizontal: 'MIN', vertical: 'MIN' },
  dashPattern: [],
  effects: [],
  exportSettings: [],
  topLeftRadius: 0,
  topRightRadius: 0,
  bottomRightRadius: 0,
  bottomLeftRadius: 0,
  clipsContent: true,
  sectionContentsHidden: false,
  layoutMode: 'NONE',
  layoutPositioning: 'AUTO',
  itemSpacing: 0,
  paddingLeft: 0,
  paddingRight: 0,
  paddingTop: 0,
  paddingBottom: 0,
  autoRename: true,
  characters: '',
  fontName: { family: 'Inter', style: 'Regular' },
  fontSize: 12,
  lineHeight: { unit: 'AUTO' },
  textAlignHorizontal: 'LEFT',
  textAlignVertical: 'TOP',
  textAutoResize: 'WIDTH_AND_HEIGHT',
  mainComponent: null,
}

const WHITE = [solid(1, 1, 1)]
const GREY = [solid(0.851, 0.851, 0.851)]
const BLACK = [solid(0, 0, 0)]

/** A new frame has a white background, a shape a default fill (plugin-api.d.ts, `createFrame`, `createRectangle`). */
export const initialByType: Readonly<Record<NodeType, Partial<NodeProperties>>> = {
  DOCUMENT: { name: 'Untitled' },
  PAGE: { name: 'Page', backgrounds: [solid(0.961, 0.961, 0.961)] },
  FRAME: { name: 'Frame', fills: WHITE },
  COMPONENT: { name: 'Component', fills: WHITE },
  COMPONENT_SET: { name: 'Component set' },
  INSTANCE: { name: 'Instance', fills: WHITE },
  GROUP: { name: 'Group' },
  SECTION: { name: 'Section', fills: WHITE },
  SLICE: { name: 'Slice' },
  RECTANGLE: { name: 'Rectangle', fills: GREY },
  ELLIPSE: { name: 'Ellipse', fills: GREY },
  TEXT: { name: 'Text', fills: BLACK, width: 0, height: 15 },
}
