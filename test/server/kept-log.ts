import { createLog } from '../../server/log.ts'

/** A log that keeps its lines. */
export const createKeptLog = () => {
  const lines: string[] = []
  return { lines, log: createLog({ write: (line) => void lines.push(line) }) }
}
