import type { Toasts } from './toasts.ts'

/** What the plugin and the studio say in passing; read out as it appears. */
export const ToastList = ({ toasts }: { toasts: Toasts }) => (
  <div class="toasts" role="log" aria-live="polite" aria-relevant="additions">
    {toasts.shown.value.map(({ id, message, error, button }) => (
      <div key={id} class={error ? 'toast error' : 'toast'} role={error ? 'alert' : undefined}>
        {message}
        {button !== null && (
          <button type="button" onClick={button.press}>
            {button.text}
          </button>
        )}
      </div>
    ))}
  </div>
)
