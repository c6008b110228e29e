import type { JobError } from '../../../shared/errors.ts'

const CHARGED: Record<JobError['charged'], string> = {
  no: 'Nothing was charged.',
  yes: 'It was charged.',
  maybe: 'It may have been charged.',
}

/** What happened and whether it cost money. Engines that say the latter themselves are not repeated. */
export const describeError = ({ message, charged }: JobError): string =>
  /charged/i.test(message) ? message : `${message} ${CHARGED[charged]}`
