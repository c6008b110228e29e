import * as v from 'valibot'
import type { RandomBytes } from '../../../shared/random-id.ts'
import { randomId } from '../../../shared/random-id.ts'
import { versioned } from '../../../shared/versioned.ts'
import { undoStep } from '../canvas/undo-step.ts'
import { load, save } from '../storage.ts'
import type { PlannedLayer } from './plan-layers.ts'
import type { Stage, StageLook } from './set-up-stage.ts'
import { setUpStage } from './set-up-stage.ts'

/** On the nodes, and in clientStorage: which run of the plugin made them, on which pages. */
const KEY = 'stage'
const storedRun = versioned(v.object({ run: v.string(), pages: v.array(v.string()) }))

const leftOn = async (id: string, run: string): Promise<readonly SceneNode[]> => {
  const page = await figma.getNodeByIdAsync(id)
  if (page?.type !== 'PAGE') return []
  await page.loadAsync()
  return page
    .findAllWithCriteria({ pluginData: { keys: [KEY] } })
    .filter((node) => node.getPluginData(KEY) === run)
}

/** Makes the frames that training pictures are exported from, and takes them away. */
export type Stages = {
  /**
   * Lets `work` export a subject from a copy of it in a square frame, one at a time. Whatever happens, nothing is left
   * of either: the document, the selection and the view are as they were. Null for a subject of which nothing is drawn.
   */
  use: <T>(
    subject: PlannedLayer,
    look: StageLook,
    work: (stage: Stage) => Promise<T>,
  ) => Promise<T | null>
  /** Removes what this person's last run of the plugin left when it was killed in the middle. */
  sweep: () => Promise<void>
}

export const createStages = (randomBytes: RandomBytes): Stages => {
  const run = randomId('run', randomBytes)
  const pages = new Set<string>()
  let nodes: SceneNode[] = []
  let turn: Promise<unknown> = Promise.resolve()

  const made = (node: SceneNode): void => {
    nodes.push(node)
    node.setPluginData(KEY, run)
  }
  const clear = (): void => {
    for (const node of nodes) if (!node.removed) node.remove()
    nodes = []
  }
  const rememberPage = async (): Promise<void> => {
    const { id } = figma.currentPage
    if (pages.has(id)) return
    pages.add(id)
    await save(KEY, storedRun, { run, pages: [...pages] })
  }
  figma.on('close', clear)

  const useNow = async <T>(
    subject: PlannedLayer,
    look: StageLook,
    work: (stage: Stage) => Promise<T>,
  ): Promise<T | null> => {
    await rememberPage()
    try {
      const stage = setUpStage(subject, look, made)
      return stage === null ? null : await work(stage)
    } finally {
      clear()
    }
  }

  return {
    use: (subject, look, work) => {
      const mine = turn.then(() => useNow(subject, look, work))
      turn = mine.catch(() => undefined)
      return mine
    },
    sweep: async () => {
      const last = await load(KEY, storedRun)
      if (last === null) return
      const left = (await Promise.all(last.pages.map((page) => leftOn(page, last.run)))).flat()
      if (left.length > 0) undoStep(() => left.forEach((node) => !node.removed && node.remove()))
      await figma.clientStorage.deleteAsync(KEY)
    },
  }
}
