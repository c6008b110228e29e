import { createPerson } from './create-person.ts'
import { createDocument, ROOT } from './document/create-document.ts'
import { readProperty } from './document/node-record.ts'
import type { Host, HostChange, HostOptions, Viewport } from './host.ts'
import type { HostState } from './host-state.ts'
import { createImages } from './images/create-images.ts'
import { createEnforce } from './rules/create-enforce.ts'
import type { Scene } from './scene.ts'
import { toScene } from './to-scene.ts'

export const createHost = (options: HostOptions): Host => {
  const listeners = new Set<(change: HostChange) => void>()
  const document = createDocument(options.snapshot)
  const enforce = createEnforce(options.rulesOff ?? [])
  let view: Viewport = { x: 0, y: 0, zoom: 1, width: 1280, height: 800 }
  let scene: Scene | null = null

  const changed = (change: HostChange): void => {
    for (const listener of [...listeners]) listener(change)
  }
  const viewport = {
    get: () => view,
    set: (next: Viewport) => {
      view = next
      changed('viewport')
    },
  }
  const state: HostState = {
    document,
    enforce,
    images: createImages(options.images ?? new Map(), enforce),
    clientStorage: new Map(options.clientStorage),
    manifest: options.manifest,
    rasterize: options.rasterize,
    viewport,
    changed,
  }
  document.listen((event) => {
    scene = null
    changed(event.type === 'selection' ? 'selection' : 'document')
  })

  return {
    state,
    viewport,
    scene: () => (scene ??= toScene(state)),
    pages: () =>
      document
        .node(ROOT)
        .children.map((id) => ({ id, name: readProperty(document.node(id), 'name') })),
    image: (hash) => state.images.get(hash) ?? null,
    clientStorage: () => state.clientStorage,
    snapshot: document.snapshot,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    person: createPerson(state),
    undoDepth: () => document.history.depth(),
    redoDepth: () => document.history.redoDepth(),
  }
}
