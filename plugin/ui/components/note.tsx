import type { ComponentChildren } from 'preact'

export type NoteProps = {
  /** `plain` is no news: it stands for what is selected. */
  readonly tone: 'plain' | 'info' | 'warning' | 'danger'
  readonly title?: string
  readonly children: ComponentChildren
  readonly actions?: ComponentChildren
}

const ROLES = { plain: 'group', info: 'status', warning: 'status', danger: 'alert' } as const

/** Something to say, in a box. Dangers are announced at once, the rest when there is a pause. */
export const Note = ({ tone, title, children, actions }: NoteProps) => (
  <div class={`note ${tone}`} role={ROLES[tone]} aria-label={tone === 'plain' ? title : undefined}>
    {title !== undefined && <strong>{title}</strong>}
    <div>{children}</div>
    <div class="actions">{actions}</div>
  </div>
)
