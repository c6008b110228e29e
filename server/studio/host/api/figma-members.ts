import * as v from 'valibot'
import { decodeBase64, encodeBase64 } from '../base64.ts'
import { ROOT } from '../document/create-document.ts'
import { HostError } from '../host-error.ts'
import { createMembers } from './create-members.ts'
import { eventMembers } from './event-members.ts'
import { fontMembers } from './font-members.ts'
import type { Members } from './member.ts'
import { nodeReference, NodeReference } from './node-reference.ts'
import { panelMembers } from './panel-members.ts'
import { parseValue } from './parse-value.ts'
import { createReference, MIXED, type Reference } from './reference.ts'
import type { Session } from './session.ts'
import { requireAllLoaded } from './tree-members.ts'

const EVENTS = [
  'selectionchange',
  'currentpagechange',
  'documentchange',
  'close',
  'run',
  'drop',
] as const
const Title = v.string()

/** `figma` itself. */
export const figmaMembers = (session: Session): Members => {
  const { host, options } = session
  const { document, enforce, manifest } = host
  const isDynamic = manifest.documentAccess === 'dynamic-page'
  let skipInvisibleInstanceChildren = false

  const findNode = (given: unknown): Reference | null => {
    const id = parseValue(v.string(), given, 'getNodeById')
    return document.find(id) === undefined ? null : nodeReference(document, id)
  }
  const setCurrentPage = (given: unknown): void => {
    const { kind, id } = parseValue(NodeReference, given, 'setCurrentPageAsync')
    if (kind !== 'PAGE') throw new HostError('in setCurrentPageAsync: Expected a page')
    session.loadedPages.add(id)
    document.setCurrentPage(id)
  }
  const refuseSync = (
    rule: 'dynamic-page-get-node' | 'dynamic-page-set-current-page',
    use: string,
  ): void =>
    enforce(rule, !isDynamic, `Cannot call with documentAccess: dynamic-page. Use ${use} instead.`)
  const loadAllPages = (): void => {
    for (const id of [ROOT, ...document.node(ROOT).children]) session.loadedPages.add(id)
  }

  return {
    ...eventMembers(session, EVENTS, (type) => {
      if (type === 'documentchange') requireAllLoaded(session, 'on')
    }),
    ...createMembers(session),
    ...fontMembers(session),
    ...panelMembers(session),
    // Nothing in the host makes styles.
    getLocalPaintStylesAsync: { call: () => Promise.resolve([]) },
    apiVersion: { get: () => manifest.api },
    command: { get: () => options.command },
    editorType: { get: () => 'figma' },
    mode: { get: () => 'default' },
    pluginId: { get: () => manifest.id },
    fileKey: { get: () => (enforce.isOn('file-key-private') ? undefined : 'studio') },
    mixed: { get: () => MIXED },
    skipInvisibleInstanceChildren: {
      get: () => skipInvisibleInstanceChildren,
      set: (_, value) => {
        skipInvisibleInstanceChildren = parseValue(
          v.boolean(),
          value,
          'set_skipInvisibleInstanceChildren',
        )
      },
    },
    currentUser: {
      get: () => {
        enforce(
          'current-user-permission',
          manifest.permissions.includes('currentuser'),
          'in get_currentUser: "currentuser" is not in the permissions of the manifest',
        )
        return { id: '1', name: 'You', photoUrl: null, color: '#667799', sessionId: 1 }
      },
    },
    ui: { get: () => createReference('ui', '') },
    util: { get: () => createReference('util', '') },
    viewport: { get: () => createReference('viewport', '') },
    clientStorage: { get: () => createReference('clientStorage', '') },
    parameters: { get: () => createReference('parameters', '') },
    root: { get: () => nodeReference(document, ROOT) },
    currentPage: {
      get: () => nodeReference(document, document.currentPage()),
      set: (_, page) => {
        refuseSync('dynamic-page-set-current-page', 'figma.setCurrentPageAsync')
        setCurrentPage(page)
      },
    },
    setCurrentPageAsync: { call: async (_, page) => setCurrentPage(await Promise.resolve(page)) },
    loadAllPagesAsync: { call: () => Promise.resolve(loadAllPages()) },
    getNodeByIdAsync: { call: async (_, id) => findNode(await Promise.resolve(id)) },
    getNodeById: {
      call: (_, id) => {
        refuseSync('dynamic-page-get-node', 'figma.getNodeByIdAsync')
        return findNode(id)
      },
    },
    commitUndo: { call: () => document.history.commit() },
    triggerUndo: { call: () => void document.history.undo() },
    saveVersionHistoryAsync: {
      call: async (_, given) => {
        const title = parseValue(Title, await Promise.resolve(given), 'saveVersionHistoryAsync')
        enforce(
          'version-title',
          title !== '',
          'in saveVersionHistoryAsync: The title must not be empty',
        )
        return { id: document.nextId() }
      },
    },
    base64Encode: {
      call: (_, bytes) => encodeBase64(parseValue(v.instance(Uint8Array), bytes, 'base64Encode')),
    },
    base64Decode: { call: (_, text) => decodeBase64(parseValue(v.string(), text, 'base64Decode')) },
  }
}
