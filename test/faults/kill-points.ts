/** Where a proxy is killed, in the order of a job's life. */
export const KILL_POINTS = {
  pressing: 'the press has come in, its job is not committed',
  pressed: 'the job is stored, nobody is asked',
  asking: 'the dispatch is stored, nothing is sent',
  sending: 'the question is on its way to the engine',
  asked: 'the engine has accepted, its answer is not read',
  answered: 'the answer is read, its handle is not committed',
  started: 'the handle is stored, nobody watches yet',
  running: 'the engine draws',
  failing: 'the run has failed, which is not committed',
  downloading: 'half of the picture is here',
  keeping: 'the file is written aside',
  kept: 'the file is in its place, its row is not committed',
  finished: 'the row is stored, nobody has heard of it',
  claiming: 'a claim is stored, its panel has not heard of it',
  placing: 'the picture is on the canvas, which is not committed',
  placed: 'the place is stored, its panel has not heard of it',
  canceled: 'the cancel is stored, the engine has not heard of it',
  waking: 'the next start has read what is unfinished',
  looking: 'the next start has looked for a lost run once',
  adopting: 'the next start has found a lost run, its handle is not committed',
} as const
export type KillPoint = keyof typeof KILL_POINTS

export const isKillPoint = (name: string): name is KillPoint => Object.hasOwn(KILL_POINTS, name)

export const killPoints: readonly KillPoint[] = Object.keys(KILL_POINTS).filter(isKillPoint)
