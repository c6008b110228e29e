import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { QuickJSWASMModule } from 'quickjs-emscripten-core'
import type { Size } from '../../../../shared/aspect-ratio.ts'
import type { Host } from '../../host/host.ts'
import type { PluginRun, ShowUiOptions, Timers } from '../../host/plugin-run.ts'
import { runPlugin } from '../../host/run-plugin.ts'
import type { Toasts } from '../bar/toasts.ts'

/** The panel that the running plugin shows. */
export type Panel = {
  /** Another run, another number. */
  readonly run: number
  readonly html: string
  readonly options: ShowUiOptions
}

export type PluginSession = {
  /** Null while no plugin runs, or while it shows no panel. */
  readonly panel: ReadonlySignal<Panel | null>
  readonly size: ReadonlySignal<Size>
  readonly visible: ReadonlySignal<boolean>
  /** Ends the run before, as in Figma: one plugin at a time. */
  readonly start: (command: string, parameters?: Readonly<Record<string, string>>) => Promise<void>
  readonly close: () => void
  /** A message from the panel. */
  readonly receive: (pluginMessage: unknown) => void
  /** Hears the plugin's messages to its panel, those from before included. Returns the way to stop. */
  readonly listen: (listener: (pluginMessage: unknown) => void) => () => void
}

type Options = {
  readonly host: Host
  readonly quickjs: QuickJSWASMModule
  readonly main: string
  readonly ui: string
  readonly timers: Timers
  readonly toasts: Toasts
  readonly console: Pick<Console, 'log' | 'info' | 'warn' | 'error'>
}

/** Starts, ends and restarts the plugin, and keeps what it shows. */
export const createPluginSession = (options: Options): PluginSession => {
  const { host, quickjs, main, ui, timers, toasts } = options
  const panel = signal<Panel | null>(null)
  const size = signal<Size>({ width: 0, height: 0 })
  const visible = signal(false)
  let run: PluginRun | null = null
  let runs = 0
  let listener: ((pluginMessage: unknown) => void) | null = null
  let early: unknown[] = []

  const log = (level: string, values: readonly unknown[]) => {
    if (level === 'error' || level === 'warn' || level === 'info') options.console[level](...values)
    else options.console.log(...values)
  }

  const close = () => {
    run?.close()
    run = null
    panel.value = null
  }

  const fail = (error: unknown) => {
    options.console.error(error)
    toasts.show('Maquette ran into a problem. Close its panel and open it again.', {
      error: true,
      timeout: 10_000,
    })
  }

  const start: PluginSession['start'] = async (command, parameters) => {
    close()
    const number = (runs += 1)
    const isCurrent = () => number === runs
    early = []
    try {
      const started = await runPlugin({
        host,
        quickjs,
        main,
        ui,
        command,
        parameters,
        timers,
        onShowUi: (html, shown) => {
          size.value = { width: shown.width, height: shown.height }
          visible.value = shown.visible
          panel.value = { run: number, html, options: shown }
        },
        onMessage: (pluginMessage) => {
          if (!isCurrent()) return
          if (listener === null) early.push(pluginMessage)
          else listener(pluginMessage)
        },
        onResize: (width, height) => {
          size.value = { width, height }
        },
        onVisibility: (isVisible) => {
          visible.value = isVisible
        },
        onNotify: toasts.show,
        onConsole: log,
        onClose: (message) => {
          if (isCurrent()) panel.value = null
          if (message !== undefined && message !== '') toasts.show(message)
        },
        onError: fail,
      })
      if (isCurrent()) run = started
      else started.close()
    } catch (error) {
      fail(error)
    }
  }

  return {
    panel,
    size,
    visible,
    start,
    close,
    receive: (pluginMessage) => run?.postMessage(pluginMessage),
    listen: (next) => {
      listener = next
      for (const pluginMessage of early.splice(0)) next(pluginMessage)
      return () => {
        if (listener === next) listener = null
      }
    },
  }
}
