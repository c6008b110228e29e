import { isPlacedByParent, restack } from '../document/stack-children.ts'
import { fitText } from '../document/fit-text.ts'
import { moveBy, boundsOf } from '../document/geometry.ts'
import {
  NodeProperties,
  TEXT_PROPERTIES,
  type FontName,
  type PropertyName,
} from '../document/node-properties.ts'
import { readProperty } from '../document/node-record.ts'
import type { RuleId } from '../rules/rules.ts'
import { parseValue } from './parse-value.ts'
import type { Session } from './session.ts'

type Range = { readonly rule: RuleId; readonly low: number; readonly high: number }

const radius: Range = { rule: 'radius-range', low: 0, high: Infinity }
const ranges: Partial<Record<PropertyName, Range>> = {
  opacity: { rule: 'opacity-range', low: 0, high: 1 },
  topLeftRadius: radius,
  topRightRadius: radius,
  bottomRightRadius: radius,
  bottomLeftRadius: radius,
}

export const fontKey = ({ family, style }: FontName): string => `${family} ${style}`

/** Text whose font is not loaded cannot be changed. */
export const requireFont = ({ host, loadedFonts }: Session, font: FontName, name: string): void =>
  host.enforce(
    'font-loaded',
    loadedFonts.has(fontKey(font)),
    `in set_${name}: Cannot write to node with unloaded font "${fontKey(font)}". Please call figma.loadFontAsync({ family: "${font.family}", style: "${font.style}" }) and await the returned promise first.`,
  )

/** Stores a value that the plugin gave, under Figma's rules. */
export const setProperty = (
  session: Session,
  id: string,
  name: PropertyName,
  given: unknown,
): void => {
  const { document, enforce } = session.host
  const value = parseValue(NodeProperties.entries[name], given, `set_${name}`)
  const range = ranges[name]
  if (range !== undefined && typeof value === 'number')
    enforce(
      range.rule,
      value >= range.low && value <= range.high,
      `in set_${name}: Expected a number from ${range.low} to ${range.high}, but got ${value}`,
    )
  if (TEXT_PROPERTIES.has(name)) {
    if (name !== 'fontName') requireFont(session, readProperty(document.node(id), 'fontName'), name)
    else requireFont(session, parseValue(NodeProperties.entries.fontName, given, name), name)
  }
  document.assign(id, { [name]: value })
  if (TEXT_PROPERTIES.has(name)) fitText(document, id)
  restack(document, id)
}

/** Moves a node along one axis; its auto-layout parent decides otherwise (plugin-api.d.ts, line 7302). */
export const setPosition = (
  session: Session,
  id: string,
  axis: 'x' | 'y',
  given: unknown,
): void => {
  const { document, enforce } = session.host
  const value = parseValue(NodeProperties.entries[axis], given, `set_${axis}`)
  if (isPlacedByParent(document, id) && enforce.isOn('auto-layout-position')) return
  const by = value - boundsOf(document, id)[axis]
  moveBy(document, id, axis === 'x' ? by : 0, axis === 'y' ? by : 0)
}
