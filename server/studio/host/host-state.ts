import type { Document } from './document/create-document.ts'
import type { HostChange, Rasterize, Viewport } from './host.ts'
import type { Images } from './images/create-images.ts'
import type { Manifest } from './manifest.ts'
import type { Enforce } from './rules/create-enforce.ts'

/** What the person and the plugin both work on. */
export type HostState = {
  readonly document: Document
  readonly images: Images
  readonly clientStorage: Map<string, unknown>
  readonly manifest: Manifest
  readonly enforce: Enforce
  readonly rasterize: Rasterize
  readonly viewport: { get: () => Viewport; set: (viewport: Viewport) => void }
  /** Tells those who draw. */
  readonly changed: (change: HostChange) => void
}
