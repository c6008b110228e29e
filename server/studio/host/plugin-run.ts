import type { QuickJSWASMModule } from 'quickjs-emscripten-core'
import type { Host } from './host.ts'

export type ShowUiOptions = {
  readonly width: number
  readonly height: number
  readonly visible: boolean
  readonly title: string
  readonly position: { readonly x: number; readonly y: number } | null
  readonly themeColors: boolean
}

export type Notification = {
  readonly error: boolean
  /** Milliseconds; `Infinity` stays. */
  readonly timeout: number
  /** The button's words and its press, which answers whether the notification stays; null without a button. */
  readonly button: { readonly text: string; readonly press: () => boolean } | null
}

export type Timers = {
  readonly setTimeout: (callback: () => void, milliseconds: number) => unknown
  readonly clearTimeout: (timer: unknown) => void
}

export type RunPluginOptions = {
  readonly host: Host
  readonly quickjs: QuickJSWASMModule
  /** The source of the plugin's `main`. */
  readonly main: string
  /** The source of its `ui`; `__html__` inside. */
  readonly ui: string
  /** `figma.command`. */
  readonly command: string
  /** What a quick action was given; goes to the `run` event. */
  readonly parameters?: Readonly<Record<string, string>>
  readonly timers: Timers
  readonly onShowUi: (html: string, options: ShowUiOptions) => void
  /** `figma.ui.postMessage` to the panel: a structured clone. */
  readonly onMessage: (pluginMessage: unknown) => void
  readonly onResize: (width: number, height: number) => void
  /** `figma.ui.show()` and `hide()`. */
  readonly onVisibility: (visible: boolean) => void
  /** Returns the way to take the notification away. */
  readonly onNotify: (message: string, notification: Notification) => () => void
  readonly onConsole: (level: string, values: readonly unknown[]) => void
  /** Called once, when the plugin ends itself, or the person ends it. */
  readonly onClose: (message?: string) => void
  /** A throw or a rejection that the plugin did not handle. */
  readonly onError: (error: Error) => void
}

/** What a quick action offers while she types; it may still change after it was asked for. */
export type Suggestions = {
  items: readonly unknown[]
  error: string | null
  loadingMessage: string | null
}

/** A running plugin. */
export type PluginRun = {
  /** A message from the panel. It waits while the plugin's code runs. */
  postMessage: (pluginMessage: unknown) => void
  /** She typed `query` for a parameter of a quick action. */
  input: (key: string, query: string) => Suggestions
  readonly closed: boolean
  /** The person closes the panel. */
  close: () => void
}
