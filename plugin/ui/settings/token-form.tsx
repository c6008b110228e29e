import { Button } from '@create-figma-plugin/ui'
import { useSignal } from '@preact/signals'
import { Field } from '../components/field.tsx'
import inputs from '../components/input.css'
import { usePanel } from '../panel-context.ts'
import styles from './settings-tab.css'

/** Pasted once, kept on this computer, sent to the proxy alone. */
export const TokenForm = () => {
  const { panel } = usePanel()
  const typed = useSignal('')
  const save = (event: Event) => {
    event.preventDefault()
    const token = typed.value.trim()
    if (token === '') return
    typed.value = ''
    panel.attempt(() => panel.setToken(token))
  }
  return (
    <form aria-labelledby="token-heading" onSubmit={save}>
      <h2 id="token-heading" class={styles.heading}>
        Token
      </h2>
      <Field
        label={panel.token.value === null ? 'Paste the token' : 'Paste another token'}
        hint="Kept on this computer and sent only to the proxy’s address above."
      >
        {({ id, describedBy }) => (
          <div class={styles.row}>
            <input
              id={id}
              aria-describedby={describedBy}
              class={inputs.input}
              type="password"
              autocomplete="off"
              spellcheck={false}
              value={typed.value}
              onInput={(event) => (typed.value = event.currentTarget.value)}
            />
            <Button disabled={typed.value.trim() === ''}>Save</Button>
          </div>
        )}
      </Field>
      {panel.token.value !== null && (
        <div class={styles.forget}>
          <Button secondary onClick={() => panel.attempt(() => panel.setToken(null))}>
            Forget token
          </Button>
        </div>
      )}
    </form>
  )
}
