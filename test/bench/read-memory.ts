import { execFileSync } from 'node:child_process'

/** A process's resident memory in megabytes (`ps` counts in kilobytes on Linux and macOS alike). */
export const readMemory = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
