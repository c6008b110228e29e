import type { ComponentChildren } from 'preact'
import styles from './note.css'

export type NoteProps = {
  readonly tone: 'info' | 'warning' | 'danger'
  readonly title?: string
  readonly children: ComponentChildren
  readonly actions?: ComponentChildren
}

/** Something to say, in a box. Dangers are announced at once, the rest when there is a pause. */
export const Note = ({ tone, title, children, actions }: NoteProps) => (
  <div class={`${styles.note} ${styles[tone]}`} role={tone === 'danger' ? 'alert' : 'status'}>
    {title !== undefined && <div class={styles.title}>{title}</div>}
    <div class={styles.words}>{children}</div>
    {actions !== undefined && <div class={styles.actions}>{actions}</div>}
  </div>
)
