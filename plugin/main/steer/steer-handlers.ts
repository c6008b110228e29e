import type { Handlers } from '../../../shared/rpc.ts'
import type { steerProcedures } from '../../../shared/steer-procedures.ts'
import type { Finder } from '../canvas/create-finder.ts'
import { linkFinished } from './link-finished.ts'
import { listFinished } from './list-finished.ts'
import { markDrafts } from './mark-drafts.ts'
import { tidy } from './tidy.ts'

/** What the main thread does about drafts that are there; see shared/steer-procedures.ts. */
export const steerHandlers = (finder: Finder): Handlers<typeof steerProcedures> => ({
  mark: (input) => markDrafts(finder, input),
  linkFinished: async (input) => ({ outcome: await linkFinished(input) }),
  listFinished: async () => ({ finished: await listFinished(finder) }),
  tidy: ({ how }) => ({ count: tidy(how) }),
})
