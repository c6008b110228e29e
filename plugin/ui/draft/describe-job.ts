import type { JobView } from '../../../shared/contract/index.ts'
import { countOf } from '../words/count-of.ts'
import { formatSeconds } from '../words/format-seconds.ts'
import { ordinal } from '../words/ordinal.ts'

const placeInLine = (ahead: number | null): string => {
  if (ahead === null) return 'Waiting to start'
  return ahead === 0 ? 'Next in line' : `${ordinal(ahead + 1)} in line`
}

/** How a job stands, in a few words. They change seldom enough to be read out. */
export const describeJob = (job: JobView): string => {
  const finished = job.outputs.length
  const failures = job.runs.filter(({ state }) => state === 'failed').length
  const failed = failures === 0 ? '' : ` · ${failures} failed`
  switch (job.state) {
    case 'queued':
      return placeInLine(job.progress.ahead)
    case 'starting':
      return 'Starting'
    case 'running':
      return `${finished} of ${job.runs.length} done${failed}`
    case 'succeeded':
      return job.outputs.every(({ placed }) => placed)
        ? `${countOf(finished, 'draft')} on the canvas${failed}`
        : `${countOf(finished, 'finished picture')}${failed}`
    case 'failed':
      return 'Failed'
    case 'canceled':
      return finished === 0
        ? 'Canceled'
        : `Canceled · ${countOf(finished, 'finished picture')} kept`
  }
}

/** What changes from moment to moment: time left, and what the engine is doing. */
export const describeMoment = ({ progress: { secondsLeft, note } }: JobView): string =>
  [secondsLeft === null ? null : `${formatSeconds(secondsLeft)} left`, note]
    .filter((part) => part !== null)
    .map((part) => ` · ${part}`)
    .join('')
