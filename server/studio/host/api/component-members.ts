import { copyNode } from '../document/copy-node.ts'
import { readProperty } from '../document/node-record.ts'
import { insertNode } from '../document/tree.ts'
import type { Members } from './member.ts'
import { nodeReference } from './node-reference.ts'
import type { Reference } from './reference.ts'
import type { Session } from './session.ts'

/** Components and instances, as far as a plugin has to keep out of them. An instance does not follow its component. */
export const componentMembers = ({ host: { document, enforce, manifest } }: Session): Members => {
  const mainComponent = (id: string): Reference | null => {
    const main = readProperty(document.node(id), 'mainComponent')
    return main === null || document.find(main) === undefined ? null : nodeReference(document, main)
  }
  /** A variant says what it is in its name: `Hair=Curly, Glasses=Yes`. Null for what is no variant. */
  const variantProperties = (id: string): Readonly<Record<string, string>> | null => {
    const node = document.find(id)
    if (node?.type === 'INSTANCE')
      return variantProperties(readProperty(node, 'mainComponent') ?? '')
    if (node === undefined || document.find(node.parent ?? '')?.type !== 'COMPONENT_SET')
      return null
    const pairs = readProperty(node, 'name')
      .split(',')
      .map((pair) => pair.split('=').map((part) => part.trim()))
    return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]))
  }
  return {
    variantProperties: { get: ({ id }) => variantProperties(id) },
    /** An instance has those of its variant alone. */
    componentProperties: {
      get: ({ id }) =>
        Object.fromEntries(
          Object.entries(variantProperties(id) ?? {}).map(([name, value]) => [
            name,
            { type: 'VARIANT', value },
          ]),
        ),
    },
    createInstance: {
      call: ({ id }) => {
        const copy = copyNode(document, id)
        insertNode(document, document.currentPage(), {
          ...copy,
          type: 'INSTANCE',
          properties: { ...copy.properties, mainComponent: id },
        })
        return nodeReference(document, copy.id)
      },
    },
    getMainComponentAsync: { call: ({ id }) => Promise.resolve(mainComponent(id)) },
    mainComponent: {
      get: ({ id }) => {
        enforce(
          'dynamic-page-main-component',
          manifest.documentAccess !== 'dynamic-page',
          'in get_mainComponent: Cannot call with documentAccess: dynamic-page. Use node.getMainComponentAsync instead.',
        )
        return mainComponent(id)
      },
    },
  }
}
