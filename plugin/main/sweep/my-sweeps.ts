import * as v from 'valibot'
import { SweepId } from '../../../shared/ids.ts'
import { versioned } from '../../../shared/versioned.ts'
import { load, save } from '../storage.ts'

const KEY = 'sweeps'
const stored = versioned(v.array(SweepId))
/** Older ones go on with a press. */
const LIMIT = 50

/** The sweeps that this person pressed on this device, in any file. */
export const createMySweeps = () => {
  let ids: SweepId[] = []
  return {
    load: async (): Promise<void> => {
      ids = (await load(KEY, stored)) ?? []
    },
    has: (id: SweepId): boolean => ids.includes(id),
    add: async (id: SweepId): Promise<void> => {
      if (ids.includes(id)) return
      ids = [...ids, id].slice(-LIMIT)
      await save(KEY, stored, ids)
    },
  }
}
export type MySweeps = ReturnType<typeof createMySweeps>
