import variant from '@jitl/quickjs-wasmfile-release-sync'
import { newQuickJSWASMModuleFromVariant, newVariant } from 'quickjs-emscripten-core'
import { storedToken, TOKEN_KEY } from '../../../shared/stored-token.ts'
import { createToasts } from './bar/toasts.ts'
import { createStudio } from './create-studio.ts'
import type { Studio } from './create-studio.ts'
import { loadPluginFiles } from './load-plugin-files.ts'
import { createPluginSession } from './panel/plugin-session.ts'
import { rasterize } from './rasterize.ts'
import { keepHost } from './state/keep-host.ts'
import { openDatabase } from './state/open-database.ts'
import { readView, rememberView } from './state/remembered-view.ts'
import { resumeHost } from './state/resume-host.ts'
import { createStudioStore } from './state/studio-store.ts'
import type { ThemeSwitch } from './theme.ts'
import { timers } from './timers.ts'

const WASM = 'emscripten-module.wasm'

const loadQuickJs = () => {
  const wasmLocation = new URL(WASM, location.href).href
  return newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmLocation }))
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

export type RunningStudio = {
  readonly studio: Studio
  /** Ends the plugin and keeps nothing from here on. */
  readonly stop: () => void
}

/**
 * Loads the plugin and the person's document and puts them together. The link's token goes where the plugin keeps one
 * that was pasted; null leaves what is there.
 */
export const boot = async (themes: ThemeSwitch, token: string | null): Promise<RunningStudio> => {
  const store = createStudioStore(await openDatabase(indexedDB))
  const [loaded, { manifest, main, ui }, quickjs] = await Promise.all([
    store.load(),
    loadPluginFiles(fetch.bind(window)),
    loadQuickJs(),
  ])
  const clientStorage = new Map(loaded.clientStorage)
  if (token !== null) clientStorage.set(TOKEN_KEY, storedToken.write(token))
  const options = { manifest, clientStorage, random, rasterize }
  const { host, setAside } = await resumeHost(store, loaded, options)
  host.viewport.set(readView(localStorage) ?? host.viewport.get())
  window.addEventListener('pagehide', () => rememberView(localStorage, host.viewport.get()))

  const toasts = createToasts(timers)
  if (setAside)
    toasts.show(
      'Your last canvas could not be read. It was put aside, and a new one was started.',
      {
        error: true,
        timeout: 10_000,
      },
    )
  const autosave = keepHost(host, store, toasts)
  if (token !== null) autosave.touch()
  const session = createPluginSession({ host, quickjs, main, ui, timers, toasts, console })
  const stop = () => {
    autosave.stop()
    session.close()
  }
  const reset = async () => {
    stop()
    await store.reset([TOKEN_KEY])
    location.reload()
  }
  return { studio: createStudio({ host, manifest, session, toasts, themes, reset }), stop }
}
