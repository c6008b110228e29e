import { ConnectionNote } from '../components/connection-note.tsx'
import { usePanel } from '../panel-context.ts'
import { BriefField } from './brief-field.tsx'
import { JobList } from './job-list.tsx'
import { MoreSettings } from './more-settings.tsx'
import { PictureSettings } from './picture-settings.tsx'
import { PressButton } from './press-button.tsx'
import { ProposalNote } from './proposal-note.tsx'
import { DescribePerson } from './reference/describe-person.tsx'
import { ReferenceField } from './reference/reference-field.tsx'
import { SelectedDraft } from './selected-draft.tsx'
import { FinishedNote } from './steer/finished-note.tsx'
import { TidyRow } from './steer/tidy-row.tsx'
import { StyleRow } from './style-row.tsx'
import { UnplacedList } from './unplaced-list.tsx'

/** From a brief to drafts beside the work. */
export const DraftTab = () => {
  const { state } = usePanel().panel.proxy.connection.value
  return (
    <>
      <div class="content scroll">
        {state !== 'connected' && state !== 'connecting' && <ConnectionNote />}
        <ProposalNote />
        <SelectedDraft />
        <FinishedNote />
        <TidyRow />
        <StyleRow />
        <BriefField />
        <ReferenceField />
        <DescribePerson />
        <PictureSettings />
        <MoreSettings />
        <UnplacedList />
        <JobList />
      </div>
      <PressButton />
    </>
  )
}
