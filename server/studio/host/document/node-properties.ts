import * as v from 'valibot'
import { Paint } from './paint.ts'

const Finite = v.pipe(v.number(), v.finite())
const Length = v.pipe(Finite, v.minValue(0))
const Paints = v.array(Paint)

export const FontName = v.object({ family: v.string(), style: v.string() })
export type FontName = v.InferOutput<typeof FontName>

const Constraint = v.picklist(['MIN', 'CENTER', 'MAX', 'STRETCH', 'SCALE'])
export type Constraint = v.InferOutput<typeof Constraint>

const LineHeight = v.variant('unit', [
  v.strictObject({ unit: v.literal('AUTO') }),
  v.strictObject({ unit: v.picklist(['PIXELS', 'PERCENT']), value: v.number() }),
])

/** What is stored with a node. Which types have it for the plugin is the typings' business (`membersOf`). */
export const NodeProperties = v.object({
  name: v.string(),
  visible: v.boolean(),
  locked: v.boolean(),
  expanded: v.boolean(),
  opacity: Finite,
  blendMode: v.picklist(['PASS_THROUGH', 'NORMAL']),
  /** From the nearest page, section, frame, component or instance; groups do not count. */
  x: Finite,
  y: Finite,
  /** How the node is turned: `relativeTransform` without its translation, as `[m00, m01, m10, m11]`. */
  axes: v.pipe(v.tuple([Finite, Finite, Finite, Finite]), v.readonly()),
  width: Finite,
  height: Finite,
  fills: Paints,
  strokes: Paints,
  backgrounds: Paints,
  strokeWeight: Length,
  /** The one that the host draws. */
  strokeAlign: v.literal('INSIDE'),
  constraints: v.strictObject({ horizontal: Constraint, vertical: Constraint }),
  dashPattern: v.array(Length),
  effects: v.array(v.looseObject({ type: v.string() })),
  exportSettings: v.array(v.looseObject({ format: v.string() })),
  topLeftRadius: Finite,
  topRightRadius: Finite,
  bottomRightRadius: Finite,
  bottomLeftRadius: Finite,
  clipsContent: v.boolean(),
  sectionContentsHidden: v.boolean(),
  layoutMode: v.picklist(['NONE', 'HORIZONTAL', 'VERTICAL']),
  layoutPositioning: v.picklist(['AUTO', 'ABSOLUTE']),
  itemSpacing: Finite,
  paddingLeft: Length,
  paddingRight: Length,
  paddingTop: Length,
  paddingBottom: Length,
  autoRename: v.boolean(),
  characters: v.string(),
  fontName: FontName,
  fontSize: v.pipe(Finite, v.minValue(1)),
  lineHeight: LineHeight,
  textAlignHorizontal: v.picklist(['LEFT', 'CENTER', 'RIGHT', 'JUSTIFIED']),
  textAlignVertical: v.picklist(['TOP', 'CENTER', 'BOTTOM']),
  textAutoResize: v.picklist(['NONE', 'WIDTH_AND_HEIGHT', 'HEIGHT', 'TRUNCATE']),
  /** The component that an instance shows. */
  mainComponent: v.nullable(v.string()),
})
export type NodeProperties = v.InferOutput<typeof NodeProperties>
export type PropertyName = keyof NodeProperties

export const isPropertyName = (name: string): name is PropertyName =>
  Object.hasOwn(NodeProperties.entries, name)

export const TEXT_PROPERTIES: ReadonlySet<string> = new Set<PropertyName>([
  'characters',
  'fontName',
  'fontSize',
  'lineHeight',
  'textAlignHorizontal',
  'textAlignVertical',
  'textAutoResize',
])
