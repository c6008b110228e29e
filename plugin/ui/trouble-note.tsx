import { Button } from '@create-figma-plugin/ui'
import { Note } from './components/note.tsx'
import { usePanel } from './panel-context.ts'
import styles from './shell.css'

/** The last thing that went wrong, until she has read it. */
export const TroubleNote = () => {
  const { trouble } = usePanel().panel
  if (trouble.value === null) return null
  return (
    <div class={styles.trouble}>
      <Note
        tone="danger"
        actions={
          <Button secondary onClick={() => (trouble.value = null)}>
            Dismiss
          </Button>
        }
      >
        {trouble.value}
      </Note>
    </div>
  )
}
