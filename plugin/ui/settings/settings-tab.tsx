import { ConnectionNote } from '../components/connection-note.tsx'
import { usePanel } from '../panel-context.ts'
import { SpendingSection } from './spending-section.tsx'
import { TokenForm } from './token-form.tsx'

/** How the panel stands with the proxy, and the token that it takes. */
export const SettingsTab = () => {
  const { panel } = usePanel()
  const connection = panel.proxy.connection.value
  return (
    <div class="content scroll">
      <h2>Proxy</h2>
      <ConnectionNote />
      <dl>
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
      <SpendingSection />
      <TokenForm />
    </div>
  )
}
