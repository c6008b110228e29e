import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Timers } from '../../host/plugin-run.ts'

export type Toast = {
  readonly id: number
  readonly message: string
  readonly error: boolean
  /** Pressed, it takes the message away. */
  readonly button: { readonly text: string; readonly press: () => void } | null
}

export type Toasts = {
  readonly shown: ReadonlySignal<readonly Toast[]>
  /** `timeout` in milliseconds; `Infinity` stays. Returns the way to take it away. */
  readonly show: (
    message: string,
    options?: { error?: boolean; timeout?: number; button?: Toast['button'] },
  ) => () => void
}

/** As long as Figma's `notify` shows a message (developers.figma.com: figma.notify). */
const TIMEOUT = 3000

export const createToasts = (timers: Timers): Toasts => {
  const shown = signal<readonly Toast[]>([])
  let lastId = 0
  return {
    shown,
    show: (message, { error = false, timeout = TIMEOUT, button = null } = {}) => {
      const id = (lastId += 1)
      const remove = () => {
        shown.value = shown.value.filter((toast) => toast.id !== id)
      }
      const pressed = button && {
        text: button.text,
        press: () => {
          remove()
          button.press()
        },
      }
      shown.value = [...shown.value, { id, message, error, button: pressed }]
      if (Number.isFinite(timeout)) timers.setTimeout(remove, timeout)
      return remove
    },
  }
}
