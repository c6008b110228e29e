import * as v from 'valibot'
import type { JobId } from '../../../shared/ids.ts'
import { NodeId } from '../../../shared/picture-ref.ts'
import { Sweep } from '../../../shared/sweep.ts'
import { versioned } from '../../../shared/versioned.ts'
import { rememberedPages } from '../canvas/remembered-pages.ts'

const KEY = 'sweep'

/** What Maquette keeps with the section of a sweep. */
const SweepData = v.object({
  /** The section's own id: a copy is known by another one, and is no sweep. */
  node: NodeId,
  sweep: Sweep,
  /** Of the words on the board, in pixels. */
  fontSize: v.number(),
  /** Where each cell was put, from the section's top left corner: one that is elsewhere was moved by her, and stays. */
  spots: v.record(v.string(), v.object({ x: v.number(), y: v.number() })),
})
export type SweepData = v.InferOutput<typeof SweepData>

export type SweepSection = { readonly section: SectionNode; readonly data: SweepData }

const stored = versioned(SweepData)
/** Boards are looked at after every edit; their data seldom changes, and takes a while to read. */
const recent = new Map<string, SweepData | null>()
const RECENT = 100

const readText = (text: string): SweepData | null => {
  const known = recent.get(text)
  if (known !== undefined) return known
  const data = text === '' ? null : stored.read(text)
  if (recent.size >= RECENT) recent.clear()
  recent.set(text, data)
  return data
}

export const writeSweep = (section: SectionNode, data: SweepData): void =>
  section.setPluginData(KEY, stored.write(data))

/** With another job for one of its cells, which stays where it is. */
export const withJob = (data: SweepData, from: JobId, to: JobId): SweepData => {
  const { sweep, spots } = data
  const jobs = sweep.jobs.map((job) => (job === from ? to : job))
  const moved = Object.entries(spots).map(([job, spot]) => [job === from ? to : job, spot])
  return { ...data, sweep: { ...sweep, jobs }, spots: Object.fromEntries(moved) as typeof spots }
}

/** The sweep of a section that is no copy; null otherwise. */
export const readSweep = (node: BaseNode | null): SweepSection | null => {
  if (node === null || node.removed || node.type !== 'SECTION') return null
  const data = readText(node.getPluginData(KEY))
  return data?.node === node.id ? { section: node, data } : null
}

/** The sweeps of the pages that were drafted on. */
export const findSweeps = async (): Promise<readonly SweepSection[]> =>
  (await rememberedPages())
    .flatMap((page) =>
      page.findAllWithCriteria({ types: ['SECTION'], pluginData: { keys: [KEY] } }),
    )
    .map(readSweep)
    .filter((found) => found !== null)
