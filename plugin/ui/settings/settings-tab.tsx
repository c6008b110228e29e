import { Button } from '@create-figma-plugin/ui'
import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'
import { describeConnection } from '../words/describe-connection.ts'
import styles from './settings-tab.css'
import { TokenForm } from './token-form.tsx'

/** How the panel stands with the proxy, and the token that it takes. */
export const SettingsTab = () => {
  const { panel } = usePanel()
  const connection = panel.proxy.connection.value
  const words = describeConnection(connection, panel.origin)
  return (
    <div class={styles.tab}>
      <section aria-labelledby="proxy-heading">
        <h2 id="proxy-heading" class={styles.heading}>
          Proxy
        </h2>
        <Note
          tone={words.tone === 'bad' ? 'danger' : 'info'}
          title={words.title}
          actions={
            connection.state === 'not-running' || connection.state === 'trouble' ? (
              <Button secondary onClick={() => panel.attempt(panel.proxy.tryAgain)}>
                Try again
              </Button>
            ) : undefined
          }
        >
          {words.advice}
        </Note>
        <dl class={styles.facts}>
          <dt>Address</dt>
          <dd>{panel.origin}</dd>
          {connection.state === 'connected' && (
            <>
              <dt>Version</dt>
              <dd>{connection.status.version}</dd>
              {connection.status.engines.map((engine) => (
                <>
                  <dt>Engine</dt>
                  <dd>{engine.label}</dd>
                </>
              ))}
            </>
          )}
        </dl>
      </section>
      <TokenForm />
    </div>
  )
}
