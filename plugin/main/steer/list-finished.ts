import type { FinishedWork } from '../../../shared/steer-procedures.ts'
import type { Finder } from '../canvas/create-finder.ts'
import { nodesWithData, readNodeData } from '../canvas/node-data.ts'
import { rememberedPages } from '../canvas/remembered-pages.ts'

const keyOf = ({ job, index }: FinishedWork['of']): string => `${job}/${index}`

/** Her finished work on the pages that were drafted on, with what the drafts were asked for that it grew from. */
export const listFinished = async (finder: Finder): Promise<FinishedWork[]> => {
  const finished = (await rememberedPages()).flatMap(nodesWithData).flatMap((node) => {
    const data = readNodeData(node)
    return data?.kind === 'finished' ? [{ node: node.id, name: node.name, of: data.of }] : []
  })
  const drafts = await finder.drafts(finished.map(({ of }) => of))
  const briefs = new Map(drafts.map(({ data: { recipe } }) => [keyOf(recipe), recipe.brief]))
  return finished.map((work) => ({ ...work, brief: briefs.get(keyOf(work.of)) ?? null }))
}
