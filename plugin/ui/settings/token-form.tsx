import { TextField } from '../components/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'

/** Pasted once, kept on this computer, sent to the proxy alone. */
export const TokenForm = () => {
  const { panel } = usePanel()
  const typed = useSignal('')
  const token = typed.value.trim()
  const hasToken = panel.token.value !== null
  const save = (event: Event) => {
    event.preventDefault()
    if (token === '') return
    typed.value = ''
    panel.attempt(() => panel.setToken(token))
  }
  return (
    <form class="section" aria-label="Token" onSubmit={save}>
      <h2>Token</h2>
      <TextField
        label={hasToken ? 'Paste another token' : 'Paste the token'}
        hint="Kept on this computer and sent only to the proxy’s address above."
        type="password"
        value={typed.value}
        onChange={(value) => (typed.value = value)}
      />
      <div class="actions">
        <button class="button primary" disabled={token === ''}>
          Save
        </button>
        {hasToken && (
          <button
            class="button"
            type="button"
            onClick={() => panel.attempt(() => panel.setToken(null))}
          >
            Forget token
          </button>
        )}
      </div>
    </form>
  )
}
