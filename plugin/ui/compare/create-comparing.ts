import type { Drafting } from '../draft/drafting.ts'
import { createRequestFacts } from '../models/request-facts.ts'
import type { Panel } from '../panel.ts'
import { createSweepBoards } from './sweep/create-sweep-boards.ts'
import { createSweepRunner } from './sweep/create-sweep-runner.ts'
import { createSweeping } from './sweep/create-sweeping.ts'
import { createTrials } from './trial/create-trials.ts'

/** The Compare tab without its looks: what it knows and what it can do. */
export const createComparing = (panel: Panel, drafting: Drafting) => {
  const facts = createRequestFacts(panel)
  const boards = createSweepBoards({ panel, references: drafting.references, facts })
  const runner = createSweepRunner({ panel, drafting, facts })
  const sweeping = createSweeping({ panel, drafting, facts, boards, runner })
  const trials = createTrials({ panel, drafting, facts, boards })
  return {
    facts,
    boards,
    runner,
    sweeping,
    trials,
    start: (): (() => void) => {
      const stops = [runner.start(), sweeping.start(), trials.start()]
      return () => stops.forEach((stop) => stop())
    },
  }
}
export type Comparing = ReturnType<typeof createComparing>
