import type { CaptionHints } from '../../../shared/caption-hints.ts'
import { excerpt } from '../canvas/excerpt.ts'
import type { PlannedLayer } from './plan-layers.ts'
import { keptLayers } from './plan-layers.ts'

const MOST = 60
const TEXT_LIMIT = 200

/** What Figma and other tools call a layer until somebody names it. */
const UNNAMED =
  /^(frame|group|rectangle|ellipse|vector|line|arrow|polygon|star|union|subtract|intersect|exclude|image|img|picture|photo|instance|component|slice|section|mask group|mask|layer|path|shape|shapes|boolean|object|element|clip path|bitmap|screenshot|untitled|drawing|figma|maquette)?[\s_-]*[\d_.\s-]*$/i

/** A layer's name without what copies and files add to it; empty for a name that says nothing. */
const tellingName = (name: string): string => {
  const words = name
    .replace(/\.(png|jpe?g|svg|webp)$/i, '')
    .replace(/[_/\\|]+/g, ' ')
    .replace(/\s*\b(copy|final|v\d+|\d+)\s*$/i, '')
    .trim()
  return UNNAMED.test(words) || !/\p{L}{3}/u.test(words) ? '' : excerpt(words, TEXT_LIMIT)
}

const isVariant = (node: SceneNode): boolean =>
  node.type === 'COMPONENT' && node.parent?.type === 'COMPONENT_SET'

/** A variant says what it is in its name: `Hair=Curly, Glasses=Yes`. */
const propertiesInName = (name: string): readonly (readonly [string, string])[] =>
  name.split(',').map((pair) => {
    const [property = '', ...value] = pair.split('=')
    return [property.trim(), value.join('=').trim()] as const
  })

const propertiesOf = (node: SceneNode): readonly (readonly [string, string])[] => {
  if (isVariant(node)) return propertiesInName(node.name)
  if (node.type !== 'INSTANCE') return []
  return Object.entries(node.componentProperties).flatMap(([name, { type, value }]) => {
    // Figma adds `#` and an id to the name of what is no variant (typings: ComponentPropertiesMixin).
    const plain = name.replace(/#.*$/, '')
    if (type === 'VARIANT') return [[plain, String(value)] as const]
    return type === 'BOOLEAN' ? [[plain, value === true ? 'Yes' : 'No'] as const] : []
  })
}

const componentName = async (node: SceneNode): Promise<string> => {
  const component = node.type === 'INSTANCE' ? await node.getMainComponentAsync() : node
  if (component?.type !== 'COMPONENT') return ''
  const { parent } = component
  return tellingName(parent?.type === 'COMPONENT_SET' ? parent.name : component.name)
}

const wordsIn = ({ node, children, isKept }: PlannedLayer): readonly string[] => {
  const texts =
    node.type === 'TEXT'
      ? [node]
      : !isKept && 'findAllWithCriteria' in node
        ? node.findAllWithCriteria({ types: ['TEXT'] })
        : []
  return [
    ...texts
      .filter(({ visible }) => visible)
      .map(({ characters }) => excerpt(characters, TEXT_LIMIT)),
    ...children.flatMap(wordsIn),
  ]
}

const distinct = (words: readonly string[]): string[] =>
  [...new Set(words.filter((word) => word !== ''))].slice(0, MOST)

/** What the layers of a subject say about what it shows. */
export const captionHints = async (subject: PlannedLayer): Promise<CaptionHints> => {
  const inside = keptLayers(subject).slice(1)
  const named = inside.filter(({ node }) => node.type !== 'TEXT')
  return {
    name: isVariant(subject.node) ? '' : tellingName(subject.node.name),
    component: await componentName(subject.node),
    layers: distinct(named.map(({ node }) => tellingName(node.name))),
    properties: keptLayers(subject)
      .flatMap(({ node }) => propertiesOf(node))
      .slice(0, MOST)
      .map(([name, value]) => ({ name, value })),
    texts: distinct(wordsIn(subject)),
  }
}
