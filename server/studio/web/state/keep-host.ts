import type { Host } from '../../host/host.ts'
import type { Toasts } from '../bar/toasts.ts'
import { timers } from '../timers.ts'
import { createAutosave } from './autosave.ts'
import type { Autosave } from './autosave.ts'
import type { StudioStore } from './studio-store.ts'

/** Keeps the document and what the plugin stored in this browser, as they change. */
export const keepHost = (host: Host, store: StudioStore, toasts: Toasts): Autosave => {
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
    if (change === 'document' || change === 'clientStorage') autosave.touch()
  })
  window.addEventListener('pagehide', () => void autosave.flush())
  document.addEventListener('visibilitychange', () => void autosave.flush())
  return autosave
}
