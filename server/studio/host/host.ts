import type { Size } from '../../../shared/aspect-ratio.ts'
import type { DocumentSnapshot } from './document-snapshot.ts'
import type { HostState } from './host-state.ts'
import type { Manifest } from './manifest.ts'
import type { RuleId } from './rules/rules.ts'
import type { Scene, SceneItem } from './scene.ts'

export type Rasterize = (svg: string, size: Size, format: 'png' | 'jpg') => Promise<Uint8Array>

export type HostOptions = {
  readonly manifest: Manifest
  /** From `snapshot()`; a new document with one empty page without it. */
  readonly snapshot?: DocumentSnapshot
  /** Image bytes by hash. */
  readonly images?: ReadonlyMap<string, Uint8Array>
  /** What the plugin stored; structured values. */
  readonly clientStorage?: ReadonlyMap<string, unknown>
  readonly rasterize: Rasterize
  /** For the proof that each rule bites, and for nothing else. */
  readonly rulesOff?: readonly RuleId[]
}

export type HostChange = 'document' | 'selection' | 'viewport' | 'clientStorage'

/** x and y: the canvas point in the middle of the view; width and height: the view in canvas pixels at zoom 1. */
export type Viewport = {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly width: number
  readonly height: number
}

export type NewFrame = {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly image?: Uint8Array
  readonly fill?: { readonly r: number; readonly g: number; readonly b: number }
  /** A page or a node; the current page without it. */
  readonly parent?: string
}

/** The person's own hands. Every edit is one undo step, as in Figma. */
export type Person = {
  select: (ids: readonly string[]) => void
  move: (ids: readonly string[], dx: number, dy: number) => void
  resize: (id: string, width: number, height: number) => void
  rename: (id: string, name: string) => void
  setLocked: (id: string, locked: boolean) => void
  remove: (ids: readonly string[]) => void
  /** Copies plugin data and relaunch data with the nodes. Returns the copies' ids, in the same order. */
  duplicate: (ids: readonly string[]) => string[]
  /** Returns the frame's id. Throws what `createImage` throws for a picture that Figma refuses. */
  addFrame: (frame: NewFrame) => string
  addPage: (name: string) => string
  setCurrentPage: (id: string) => void
  removePage: (id: string) => void
  /** False when there was nothing to undo. */
  undo: () => boolean
  redo: () => boolean
  /** On any page; null when there is none. */
  node: (id: string) => SceneItem | null
  pluginData: (id: string, key: string) => string
}

/** A Figma document in memory, and the person in front of it. A plugin comes to it with `runPlugin`. */
export type Host = {
  scene: () => Scene
  pages: () => readonly { readonly id: string; readonly name: string }[]
  /** An image's bytes; null for a hash that no image of the document has. */
  image: (hash: string) => Uint8Array | null
  clientStorage: () => ReadonlyMap<string, unknown>
  /** Everything but image bytes and clientStorage. The undo history is not kept. */
  snapshot: () => DocumentSnapshot
  subscribe: (listener: (change: HostChange) => void) => () => void
  readonly viewport: { get: () => Viewport; set: (viewport: Viewport) => void }
  readonly person: Person
  /** How many times `undo` would find something. */
  undoDepth: () => number
  redoDepth: () => number
  /** For `runPlugin`: what a plugin works on. */
  readonly state: HostState
}
