import { isFinal } from '../../../shared/job.ts'
import { usePanel } from '../panel-context.ts'
import { JobRow } from './job-row.tsx'
import { LostNote } from './lost-note.tsx'
import { SendingRow } from './sending-row.tsx'

/** What was asked for and how far it is, newest first. */
export const JobList = () => {
  const { panel, drafting } = usePanel()
  const jobs = drafting.shown.value
  const sending = drafting.sent.value.toReversed()
  const running = jobs.filter((job) => !isFinal(job.state))
  const lost = drafting.lost.value
  if (jobs.length + sending.length + lost.length === 0) return null
  return (
    <section aria-label="Jobs" class="section">
      <div class="row">
        <h2>Jobs</h2>
        {running.length + sending.length > 1 && (
          <button class="button" onClick={() => panel.attempt(drafting.cancelAll)}>
            Cancel all
          </button>
        )}
      </div>
      {lost.map((pictures) => (
        <LostNote key={pictures[0]?.job} pictures={pictures} />
      ))}
      <ul>
        {sending.map((one) => (
          <SendingRow key={one.request.id} sending={one} />
        ))}
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </section>
  )
}
