import type { Paint } from './document/paint.ts'
import { lineHeightOf } from './document/fit-text.ts'
import { boundsOf, transformOf } from './document/geometry.ts'
import { readProperty, type NodeRecord } from './document/node-record.ts'
import { clips } from './document/render-bounds.ts'
import { axesOf, invert, multiply } from './document/transform.ts'
import type { HostState } from './host-state.ts'
import type { Scene, SceneItem, ScenePaint, SceneText, Transform } from './scene.ts'

const toPaint = (paint: Paint): ScenePaint[] => {
  const opacity = paint.opacity ?? 1
  if (paint.visible === false) return []
  if (paint.type === 'SOLID') return [{ type: 'solid', ...paint.color, a: opacity }]
  if (paint.type !== 'IMAGE')
    return [
      {
        type: 'gradient',
        shape: paint.type === 'GRADIENT_LINEAR' ? 'linear' : 'radial',
        transform: paint.gradientTransform,
        stops: paint.gradientStops.map(({ position, color }) => ({ at: position, ...color })),
        opacity,
      },
    ]
  if (paint.imageHash === null) return []
  return [
    {
      type: 'image',
      hash: paint.imageHash,
      scaleMode: paint.scaleMode,
      opacity,
      transform: paint.imageTransform ?? null,
      scalingFactor: paint.scalingFactor ?? 1,
    },
  ]
}

const WEIGHTS: readonly [RegExp, number][] = [
  [/medium/i, 500],
  [/semi ?bold/i, 600],
  [/bold/i, 700],
]

const toText = (node: NodeRecord): SceneText => {
  const { family, style } = readProperty(node, 'fontName')
  return {
    characters: readProperty(node, 'characters'),
    fontFamily: family,
    fontWeight: WEIGHTS.find(([pattern]) => pattern.test(style))?.[1] ?? 400,
    italic: /italic/i.test(style),
    fontSize: readProperty(node, 'fontSize'),
    lineHeight: lineHeightOf(node),
    align: readProperty(node, 'textAlignHorizontal'),
  }
}

/** An item elsewhere. */
export const placeItem = (item: SceneItem, transform: Transform): SceneItem => {
  const [[, , x], [, , y]] = transform
  return { ...item, x, y, axes: axesOf(transform) }
}

/** A node and all under it, ready to be drawn. `outside` is where its group lies in the container of both. */
export const toSceneItem = (
  host: HostState,
  id: string,
  outside: Transform | null = null,
): SceneItem => {
  const { document, enforce, manifest } = host
  const node = document.node(id)
  const { width, height } = boundsOf(document, id)
  const transform = transformOf(document, id)
  const within = outside === null ? transform : multiply(invert(outside), transform)
  const commands = manifest.relaunchButtons.map(({ command }) => command)
  const isShown = ([command]: [string, string]): boolean =>
    commands.includes(command) || !enforce.isOn('relaunch-command')
  const [[, , x], [, , y]] = within
  const hidesContents = readProperty(node, 'sectionContentsHidden')
  return {
    id,
    type: node.type,
    name: readProperty(node, 'name'),
    x,
    y,
    axes: axesOf(within),
    width,
    height,
    visible: readProperty(node, 'visible'),
    locked: readProperty(node, 'locked'),
    opacity: readProperty(node, 'opacity'),
    cornerRadii: [
      readProperty(node, 'topLeftRadius'),
      readProperty(node, 'topRightRadius'),
      readProperty(node, 'bottomRightRadius'),
      readProperty(node, 'bottomLeftRadius'),
    ],
    clipsContent: clips(node),
    fills: readProperty(node, 'fills').flatMap(toPaint),
    strokes: readProperty(node, 'strokes').flatMap(toPaint),
    strokeWeight: readProperty(node, 'strokeWeight'),
    dashPattern: readProperty(node, 'dashPattern'),
    text: node.type === 'TEXT' ? toText(node) : null,
    relaunch: Object.fromEntries(Object.entries(node.relaunchData).filter(isShown)),
    children: node.children
      .map((child) => toSceneItem(host, child, node.type === 'GROUP' ? transform : null))
      .map((child) => (hidesContents ? { ...child, visible: false } : child)),
  }
}

/** The current page. */
export const toScene = (host: HostState): Scene => {
  const { document } = host
  const page = document.node(document.currentPage())
  return {
    page: { id: page.id, name: readProperty(page, 'name') },
    nodes: page.children.map((id) => toSceneItem(host, id)),
    selection: document.selection(page.id),
  }
}
