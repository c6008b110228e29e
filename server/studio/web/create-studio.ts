import { computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Host, Viewport } from '../host/host.ts'
import type { Scene } from '../host/scene.ts'
import type { Toasts } from './bar/toasts.ts'
import { createGestures } from './canvas/gestures.ts'
import type { Gestures } from './canvas/gestures.ts'
import { createImageUrls } from './canvas/image-urls.ts'
import type { ImageUrls } from './canvas/image-urls.ts'
import { boxOf } from './canvas/item-geometry.ts'
import { placedItems } from './canvas/placed-items.ts'
import type { PlacedItem } from './canvas/placed-items.ts'
import { union } from './canvas/rectangle.ts'
import type { Rectangle } from './canvas/rectangle.ts'
import type { StudioManifest } from './load-plugin-files.ts'
import type { PluginSession } from './panel/plugin-session.ts'
import type { ThemeSwitch } from './theme.ts'

/** Everything that the page's parts show and do. */
export type Studio = {
  readonly host: Host
  readonly manifest: StudioManifest
  readonly session: PluginSession
  readonly toasts: Toasts
  readonly themes: ThemeSwitch
  readonly gestures: Gestures
  readonly images: ImageUrls
  readonly scene: ReadonlySignal<Scene>
  readonly viewport: ReadonlySignal<Viewport>
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
  readonly items: ReadonlySignal<readonly PlacedItem[]>
  readonly selected: ReadonlySignal<readonly PlacedItem[]>
  /** Bounds of the whole page, and of the selection; null for nothing. */
  readonly pageBounds: ReadonlySignal<Rectangle | null>
  readonly selectedBounds: ReadonlySignal<Rectangle | null>
  /** Screen pixels at the right edge that the panel covers; drafts and zooming keep out of them. */
  readonly covered: Signal<number>
  /** Clears the canvas and starts over; the connection to the proxy stays. */
  readonly reset: () => Promise<void>
}

type Parts = Pick<Studio, 'host' | 'manifest' | 'session' | 'toasts' | 'themes' | 'reset'>

/** The host's document as signals, for drawing. */
export const createStudio = (parts: Parts): Studio => {
  const { host } = parts
  const scene = signal(host.scene())
  const viewport = signal(host.viewport.get())
  const canUndo = signal(host.undoDepth() > 0)
  const canRedo = signal(host.redoDepth() > 0)
  let isStale = false
  const refresh = () => {
    isStale = false
    scene.value = host.scene()
    canUndo.value = host.undoDepth() > 0
    canRedo.value = host.redoDepth() > 0
  }
  host.subscribe((change) => {
    if (change === 'viewport') viewport.value = host.viewport.get()
    if (isStale || (change !== 'document' && change !== 'selection')) return
    // One press of the plugin's is many edits: the page is drawn once after all of them.
    isStale = true
    queueMicrotask(refresh)
  })
  const items = computed(() => placedItems(scene.value.nodes))
  const selected = computed(() => {
    const { selection } = scene.value
    return items.value.filter(({ item }) => selection.includes(item.id))
  })
  return {
    ...parts,
    gestures: createGestures(host),
    images: createImageUrls(host.image),
    scene,
    viewport,
    canUndo,
    canRedo,
    covered: signal(0),
    items,
    selected,
    pageBounds: computed(() => union(scene.value.nodes.map(boxOf))),
    selectedBounds: computed(() => union(selected.value.map(({ bounds }) => bounds))),
  }
}
