import { usePanel } from '../panel-context.ts'
import { describeConnection } from '../words/describe-connection.ts'
import { Note } from './note.tsx'

const TONES = { good: 'info', waiting: 'warning', bad: 'danger' } as const

/** How the panel stands with the proxy, and what to do about it. */
export const ConnectionNote = () => {
  const { tab, proxy, origin, attempt } = usePanel().panel
  const connection = proxy.connection.value
  const { tone, title, advice } = describeConnection(connection, origin)
  const needsToken = connection.state === 'token-needed' || connection.state === 'token-rejected'
  return (
    <Note
      tone={TONES[tone]}
      title={title}
      actions={
        <>
          {needsToken && tab.value !== 'Settings' && (
            <button class="button" onClick={() => (tab.value = 'Settings')}>
              Open Settings
            </button>
          )}
          {(connection.state === 'not-running' || connection.state === 'trouble') && (
            <button class="button" onClick={() => attempt(proxy.tryAgain)}>
              Try again
            </button>
          )}
        </>
      }
    >
      {advice}
    </Note>
  )
}
