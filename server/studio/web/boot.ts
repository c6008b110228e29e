import variant from '@jitl/quickjs-wasmfile-release-sync'
import { newQuickJSWASMModuleFromVariant, newVariant } from 'quickjs-emscripten-core'
import { storedToken, TOKEN_KEY } from '../../../shared/stored-token.ts'
import { createHost } from '../host/create-host.ts'
import type { Host, HostOptions } from '../host/host.ts'
import { timers } from './timers.ts'
import { createToasts } from './bar/toasts.ts'
import { createStudio } from './create-studio.ts'
import type { Studio } from './create-studio.ts'
import { loadPluginFiles } from './load-plugin-files.ts'
import { createPluginSession } from './panel/plugin-session.ts'
import { rasterize } from './rasterize.ts'
import { createAutosave } from './state/autosave.ts'
import { openDatabase } from './state/open-database.ts'
import { createStudioStore } from './state/studio-store.ts'
import type { Loaded, StudioStore } from './state/studio-store.ts'
import type { ThemeSwitch } from './theme.ts'

const WASM = 'emscripten-module.wasm'

const loadQuickJs = () =>
  newQuickJSWASMModuleFromVariant(
    newVariant(variant, { wasmLocation: new URL(WASM, location.href).href }),
  )

type Resumed = { readonly host: Host; readonly setAside: boolean }

/** The document as it was left; a fresh one when it cannot be opened, and the old one is moved out of the way. */
const resume = async (
  store: StudioStore,
  loaded: Loaded,
  options: Omit<HostOptions, 'snapshot' | 'images'>,
): Promise<Resumed> => {
  const { document, setAside } = loaded
  if (document === null) return { host: createHost(options), setAside }
  try {
    return { host: createHost({ ...options, ...document }), setAside }
  } catch (error) {
    console.error(error)
    await store.putAside()
    return { host: createHost(options), setAside: true }
  }
}

/** Loads the plugin and the person's document and puts them together. `token` goes where a pasted one would be. */
export const boot = async (
  themes: ThemeSwitch,
  token: string | null,
): Promise<Studio & { stop: () => void }> => {
  const store = createStudioStore(await openDatabase(indexedDB))
  const [loaded, files, quickjs] = await Promise.all([
    store.load(),
    loadPluginFiles(fetch.bind(window)),
    loadQuickJs(),
  ])
  const clientStorage = new Map(loaded.clientStorage)
  if (token !== null) clientStorage.set(TOKEN_KEY, storedToken.write(token))
  const { manifest, main, ui } = files
  const { host, setAside } = await resume(store, loaded, {
    manifest,
    clientStorage,
    rasterize,
  })

  const toasts = createToasts(timers)
  if (setAside)
    toasts.show(
      'Your last canvas could not be read. It was put aside, and a new one was started.',
      {
        error: true,
        timeout: 10_000,
      },
    )

  const autosave = createAutosave({
    save: () =>
      store.save({
        snapshot: host.snapshot(),
        image: host.image,
        clientStorage: host.clientStorage(),
      }),
    timers,
    onError: (error) => {
      console.error(error)
      toasts.show('The canvas could not be kept in this browser. Is its storage full?', {
        error: true,
        timeout: 10_000,
      })
    },
  })
  host.subscribe((change) => {
    if (change !== 'viewport') autosave.touch()
  })
  window.addEventListener('pagehide', () => void autosave.flush())
  document.addEventListener('visibilitychange', () => void autosave.flush())
  if (token !== null) autosave.touch()

  const session = createPluginSession({ host, quickjs, main, ui, timers, toasts, console })
  const stop = () => {
    session.close()
    autosave.stop()
  }
  const reset = async () => {
    stop()
    await store.reset([TOKEN_KEY])
    location.reload()
  }
  return { ...createStudio({ host, manifest, session, toasts, themes, reset }), stop }
}
