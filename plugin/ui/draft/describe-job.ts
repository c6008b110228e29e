import type { JobView } from '../../../shared/contract/index.ts'
import type { JobError } from '../../../shared/errors.ts'
import { countOf } from '../words/count-of.ts'
import { formatSeconds } from '../words/format-seconds.ts'
import { ordinal } from '../words/ordinal.ts'

const CHARGED: Record<JobError['charged'], string> = {
  no: 'Nothing was charged.',
  yes: 'It was charged.',
  maybe: 'It may have been charged.',
}

/** What happened and whether it cost money. */
export const describeError = ({ message, charged }: JobError): string =>
  /charged/i.test(message) ? message : `${message} ${CHARGED[charged]}`

const placeInLine = (ahead: number | null): string => {
  if (ahead === null) return 'Waiting to start'
  return ahead === 0 ? 'Next in line' : `${ordinal(ahead + 1)} in line`
}

/** How a job stands, on one line. */
export const describeJob = (job: JobView): string => {
  const { ahead, secondsLeft, note } = job.progress
  const left = secondsLeft === null ? [] : [`${formatSeconds(secondsLeft)} left`]
  switch (job.state) {
    case 'queued':
      return [placeInLine(ahead), ...left].join(' · ')
    case 'starting':
      return ['Starting', ...left].join(' · ')
    case 'running':
      return [
        `${job.outputs.length} of ${job.runs.length} done`,
        ...left,
        ...(note === null ? [] : [note]),
      ].join(' · ')
    case 'succeeded':
      return job.outputs.every(({ placed }) => placed)
        ? `${countOf(job.outputs.length, 'draft')} on the canvas`
        : countOf(job.outputs.length, 'finished picture')
    case 'failed':
      return 'Failed'
    case 'canceled':
      return job.outputs.length === 0
        ? 'Canceled'
        : `Canceled · ${countOf(job.outputs.length, 'finished picture')} kept`
  }
}
