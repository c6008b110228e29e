import type { Layer } from '../../../../shared/selection.ts'
import type { SceneItem } from '../../../../server/studio/host/scene.ts'
import { makePicture } from '../make-picture.ts'
import { jobId, makeRecipe } from '../make-recipe.ts'
import type { OpenPlugin } from '../open-plugin.ts'
import { openPlugin } from '../open-plugin.ts'

export const size = { width: 512, height: 512, brief: 'woman with glasses' }

/** The plugin, open, and what tests of drafts do with it. */
export const openDrafts = async () => {
  const plugin: OpenPlugin = await openPlugin()
  return {
    plugin,
    /** A row of drafts; answers with their frames' ids. */
    draftRow: async (job = jobId(), count = 2): Promise<string[]> => {
      const { placeholders } = await plugin.canvas.reserve({ ...size, job, count })
      for (let index = 0; index < count; index += 1)
        await plugin.canvas.fill({ recipe: makeRecipe({ job, index }), bytes: await makePicture() })
      return placeholders.map(({ node }) => node)
    },
    select: async (...nodes: string[]): Promise<Layer> => {
      plugin.host.person.select(nodes)
      return (await plugin.canvas.open()).selection.layers[0]!
    },
    topNodes: (): readonly SceneItem[] => plugin.host.scene().nodes,
  }
}
export type Drafts = Awaited<ReturnType<typeof openDrafts>>
