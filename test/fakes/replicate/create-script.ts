import { resetConditions, setRate } from './conditions.ts'
import type { Script } from './script.ts'
import type { World } from './world.ts'

export const createScript = ({ conditions, catalogue, runs, clock }: World): Script => ({
  next: conditions.rules.add,
  run: conditions.runs.add,
  rate: (mode) => setRate(conditions, mode, clock.now),
  credit: (credit) => {
    conditions.credit = credit
  },
  listLag: (ms) => {
    conditions.lagMs = ms
  },
  retention: (ms) => {
    conditions.retentionMs = ms
  },
  removeData: (id) => {
    const run = runs.get('prediction', id) ?? runs.get('training', id)
    if (run === null) throw new Error(`The fake has no run ${id}`)
    run.dataRemoved = true
  },
  deleteVersion: (key, version) => {
    const [owner = '', name = ''] = key.split('/')
    const id = version ?? catalogue.model(owner, name)?.versions[0]?.id
    if (id === undefined) throw new Error(`The fake has no version of ${key}`)
    catalogue.deleteVersion(owner, name, id)
  },
  clear: () => resetConditions(conditions, clock.now),
})
