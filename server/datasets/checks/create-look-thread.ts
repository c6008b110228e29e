import type { LookAnswer, LookTask } from './look-messages.ts'
import type { Likeness, Prepared } from './pixels/likeness.ts'
import { likenessOf, prepare } from './pixels/likeness.ts'
import { lookAt } from './pixels/look.ts'
import { packPrint, unpackPrint } from './pixels/print.ts'
import { runChecks } from './run-checks.ts'

/** Pairs that are remembered: all of a dataset with a thousand pieces. */
const PAIRS = 600_000

/** What the thread of the checks does. Pairs that were compared before are known until it ends. */
export const createLookThread = (): ((task: LookTask) => Promise<LookAnswer>) => {
  const held = new Map<string, Prepared>()
  const known = new Map<string, Likeness | null>()

  const compare = (key: string, other: string): Likeness | null => {
    const [one, two] = [held.get(key), held.get(other)]
    if (one === undefined || two === undefined) return null
    const pair = key < other ? `${key} ${other}` : `${other} ${key}`
    const old = known.get(pair)
    if (old !== undefined) return old
    const likeness = key < other ? likenessOf(one, two) : likenessOf(two, one)
    if (known.size >= PAIRS) known.clear()
    known.set(pair, likeness)
    return likeness
  }

  const run = async (task: LookTask): Promise<LookAnswer> => {
    const { id } = task
    switch (task.type) {
      case 'look': {
        const { look, print } = await lookAt(task.bytes)
        return { type: 'looked', id, look, print: packPrint(print) }
      }
      case 'hold': {
        const print = unpackPrint(task.print)
        if (print !== null && !held.has(task.key)) held.set(task.key, prepare(print))
        return { type: 'held', id }
      }
      case 'compare': {
        const alike = task.others.flatMap((key) => {
          const likeness = compare(task.key, key)
          return likeness === null ? [] : [{ key, ...likeness }]
        })
        return { type: 'compared', id, alike }
      }
      case 'check':
        return { type: 'checked', id, results: runChecks(task.input) }
    }
  }

  return async (task) => {
    try {
      return await run(task)
    } catch {
      // A picture that cannot be read. Its words may quote it, so they stay here.
      return { type: 'failed', id: task.id }
    }
  }
}
