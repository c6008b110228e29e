import { Button } from '@create-figma-plugin/ui'
import { useEffect } from 'preact/hooks'
import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'
import { describeConnection } from '../words/describe-connection.ts'
import { BriefField } from './brief-field.tsx'
import styles from './draft-tab.css'
import { JobList } from './job-list.tsx'
import { MoreSettings } from './more-settings.tsx'
import { PictureSettings } from './picture-settings.tsx'
import { PressButton } from './press-button.tsx'
import { ProposalNote } from './proposal-note.tsx'
import { SelectedDraft } from './selected-draft.tsx'
import { StyleRow } from './style-row.tsx'
import { UnplacedList } from './unplaced-list.tsx'

/** From a brief to drafts beside the work. */
export const DraftTab = () => {
  const { panel, drafting } = usePanel()
  const connection = panel.proxy.connection.value
  const words = describeConnection(connection, panel.origin)

  useEffect(() => {
    const pressOnEnter = (event: KeyboardEvent) => {
      const isPress = event.key === 'Enter' && (event.metaKey || event.ctrlKey)
      // While an input method composes, Enter belongs to it (W3C UI Events: isComposing).
      if (!isPress || event.isComposing || event.repeat) return
      if (document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      panel.attempt(drafting.press)
    }
    window.addEventListener('keydown', pressOnEnter)
    return () => window.removeEventListener('keydown', pressOnEnter)
  }, [panel, drafting])

  return (
    <>
      <div class={styles.scroll}>
        {connection.state !== 'connected' && connection.state !== 'connecting' && (
          <Note
            tone={words.tone === 'bad' ? 'danger' : 'warning'}
            title={words.title}
            actions={
              connection.state === 'token-needed' || connection.state === 'token-rejected' ? (
                <Button secondary onClick={() => (panel.tab.value = 'Settings')}>
                  Open Settings
                </Button>
              ) : (
                <Button secondary onClick={() => panel.attempt(panel.proxy.tryAgain)}>
                  Try again
                </Button>
              )
            }
          >
            {words.advice}
          </Note>
        )}
        <ProposalNote />
        <SelectedDraft />
        <StyleRow />
        <BriefField />
        <PictureSettings />
        <MoreSettings />
        <UnplacedList />
        <JobList />
      </div>
      <PressButton />
    </>
  )
}
