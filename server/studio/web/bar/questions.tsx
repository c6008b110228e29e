import type { Signal } from '@preact/signals'
import type { Studio } from '../create-studio.ts'
import { Dialog } from './dialog.tsx'
import type { PluginCommand } from './plugin-commands.ts'

/** What the studio asks in a window of its own. */
export type Question =
  { readonly type: 'reset' } | { readonly type: 'parameters'; readonly of: PluginCommand }

export const Questions = ({
  studio,
  question,
}: {
  studio: Studio
  question: Signal<Question | null>
}) => {
  const close = () => {
    question.value = null
  }
  const asked = question.value
  if (asked === null) return null
  if (asked.type === 'reset')
    return (
      <Dialog
        title="Clear the canvas?"
        action="Clear the canvas"
        danger
        onAction={() => void studio.reset()}
        onClose={close}
      >
        <p>
          Every frame goes away, and this cannot be undone. The studio stays connected, and pictures
          that are being made are still kept by the proxy.
        </p>
      </Dialog>
    )
  const { command, name, parameters } = asked.of
  return (
    <Dialog
      title={name}
      action="Continue"
      onClose={close}
      onAction={(fields) => {
        const given = parameters.flatMap(({ key }) => {
          const value = fields.get(key)
          return typeof value === 'string' && value.trim() !== '' ? [[key, value] as const] : []
        })
        close()
        void studio.session.start(command, given.length > 0 ? Object.fromEntries(given) : undefined)
      }}
    >
      {parameters.map((parameter) => (
        <label key={parameter.key}>
          {parameter.name}
          <input name={parameter.key} autocomplete="off" />
        </label>
      ))}
    </Dialog>
  )
}
