import { procedures } from '../../shared/canvas.ts'
import { connect } from '../../shared/rpc.ts'
import { buildPlugin } from '../plugin/build-plugin.ts'
import { jobId, makeRecipe } from '../plugin/main/make-recipe.ts'
import { createTestHost, runBuiltPlugin } from '../studio/create-test-host.ts'
import type { Measurement } from './figures.ts'
import { noisyPicture } from './noisy-picture.ts'
import { percentile } from './percentile.ts'

const ROUNDS = 5
const JOBS = 'abcdefghjkmnpqrs'
const PER_JOB = 4
const SIDE = 1024

/** From the panel's call to its answer: 64 drafts copied, captioned and laid out, in one undo step. */
export const boardInHost: Measurement = {
  name: 'board of 64 drafts of 1024² in the host',
  measure: async () => {
    const host = createTestHost()
    const run = await runBuiltPlugin(host, { main: (await buildPlugin()).main, command: 'open' })
    const canvas = connect(run.port, procedures)
    await canvas.open()
    const bytes = new Uint8Array(await noisyPicture())
    for (const letter of JOBS) {
      const job = jobId(letter)
      const size = { width: SIDE, height: SIDE }
      await canvas.reserve({ job, count: PER_JOB, ...size, brief: 'figurine' })
      for (let index = 0; index < PER_JOB; index += 1)
        await canvas.fill({ recipe: makeRecipe({ job, index }), bytes })
    }
    host.person.select(host.scene().nodes.map(({ id }) => id))
    const { selection } = await canvas.open()
    const items = selection.layers.map(({ node }) => ({ node, role: 'draft' as const }))
    if (items.length !== JOBS.length * PER_JOB) throw new Error('Some drafts are missing.')

    const made: number[] = []
    const refreshed: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const depth = host.undoDepth()
      const start = performance.now()
      const { node } = await canvas.makeBoard({ items, layout: 'grid', moves: false })
      made.push(performance.now() - start)
      const again = performance.now()
      await canvas.refreshBoard({ node, layout: 'grid' })
      refreshed.push(performance.now() - again)
      if (host.undoDepth() !== depth + 2) throw new Error('A press is not one undo step.')
      host.person.undo()
      host.person.undo()
    }
    run.close()
    return { medianMs: percentile(made, 0.5), refreshMedianMs: percentile(refreshed, 0.5) }
  },
}
