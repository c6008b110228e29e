import { Button } from '@create-figma-plugin/ui'
import { usePanel } from '../panel-context.ts'
import styles from './job-list.css'
import type { Sending } from './sending.ts'

/** A job that the proxy has not answered for yet. */
export const SendingRow = ({ sending: { request, waiting } }: { readonly sending: Sending }) => {
  const { panel, drafting } = usePanel()
  return (
    <li class={styles.job}>
      <div class={styles.head}>
        <div class={styles.brief} dir="auto">
          {request.brief}
        </div>
        <Button secondary onClick={() => panel.attempt(() => drafting.sending.callOff(request.id))}>
          Cancel
        </Button>
      </div>
      <div class={styles.state} role="status">
        {waiting ? 'Waiting for the proxy; it is sent as soon as the proxy answers' : 'Sending'}
      </div>
    </li>
  )
}
