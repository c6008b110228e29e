import { isPropertyName, NodeProperties, type PropertyName } from '../document/node-properties.ts'
import { readProperty, type NodeRecord } from '../document/node-record.ts'
import type { Member, Members } from './member.ts'
import { MIXED, type Reference } from './reference.ts'
import type { Session } from './session.ts'
import { setProperty } from './set-property.ts'

const CORNERS = [
  'topLeftRadius',
  'topRightRadius',
  'bottomRightRadius',
  'bottomLeftRadius',
] as const

const cornerRadius = (node: NodeRecord): unknown => {
  const [first, ...others] = CORNERS.map((corner) => readProperty(node, corner))
  return others.every((other) => other === first) ? first : MIXED
}

const backgroundOf = (kind: Reference['kind']): 'backgrounds' | 'fills' =>
  kind === 'PAGE' ? 'backgrounds' : 'fills'

/** What is the same of every node here: nothing is a mask, and no ellipse is cut open. */
const constants: Members = {
  isMask: { get: () => false },
  arcData: { get: () => ({ startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0 }) },
}

/** How a node is turned has other names: `rotation`, `relativeTransform`. */
const isNamedByFigma = (name: PropertyName): boolean => name !== 'axes'

/** What is stored with a node, read and written under Figma's rules. */
export const propertyMembers = (session: Session): Members => {
  const { document } = session.host
  const names = Object.keys(NodeProperties.entries).filter(isPropertyName).filter(isNamedByFigma)
  const stored = names.map((name): [string, Member] => [
    name,
    {
      get: ({ id }) => readProperty(document.node(id), name),
      set: ({ id }, value) => setProperty(session, id, name, value),
    },
  ])
  return {
    ...Object.fromEntries(stored),
    ...constants,
    cornerRadius: {
      get: ({ id }) => cornerRadius(document.node(id)),
      set: ({ id }, value) => {
        for (const corner of CORNERS) setProperty(session, id, corner, value)
      },
    },
    /** The old name of a frame's fills; a page's own colour. */
    backgrounds: {
      get: ({ kind, id }) => readProperty(document.node(id), backgroundOf(kind)),
      set: ({ kind, id }, value) => setProperty(session, id, backgroundOf(kind), value),
    },
    characters: {
      get: ({ id }) => readProperty(document.node(id), 'characters'),
      set: ({ id }, value) => {
        setProperty(session, id, 'characters', value)
        const node = document.node(id)
        if (readProperty(node, 'autoRename'))
          document.assign(id, { name: readProperty(node, 'characters') })
      },
    },
    name: {
      get: ({ id }) => readProperty(document.node(id), 'name'),
      set: ({ id }, value) => {
        setProperty(session, id, 'name', value)
        if (document.node(id).type === 'TEXT') document.assign(id, { autoRename: false })
      },
    },
  }
}
