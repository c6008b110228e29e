import * as v from 'valibot'
import { JobError } from '../errors.ts'
import { DescriptionId, FileId, StyleId } from '../ids.ts'
import { Cost } from '../recipe.ts'

/** What puts pictures into words. `offline`: code on the proxy, which says only what it can see. */
export const DescriberId = v.picklist(['offline', 'replicate'])
export type DescriberId = v.InferOutput<typeof DescriberId>

/** `piece`: a caption in the style's pattern. `person`: somebody on a photo, as words for a brief. */
export const DescriptionMode = v.picklist(['piece', 'person'])
export type DescriptionMode = v.InferOutput<typeof DescriptionMode>

export const DescriberView = v.object({
  id: DescriberId,
  /** Its name on screen. */
  label: v.string(),
  /**
   * Where the picture goes: null where it stays on the proxy. Before a customer's photo first goes there, she is asked.
   */
  destination: v.nullable(v.string()),
  /** What looks at the picture, as `owner/name`; null where no model does. */
  model: v.nullable(v.string()),
  /** Of one picture, to be shown before the press. */
  price: Cost,
  /** Why it describes nothing now, in words; null while all is well. */
  trouble: v.nullable(v.string()),
})
export type DescriberView = v.InferOutput<typeof DescriberView>

const common = {
  id: DescriptionId,
  file: FileId,
  style: StyleId,
  mode: DescriptionMode,
  engine: DescriberId,
  model: v.nullable(v.string()),
  /** ISO 8601, UTC. */
  createdAt: v.string(),
}

/** A description as everybody sees it. */
export const DescriptionView = v.variant('state', [
  v.object({ ...common, state: v.picklist(['queued', 'running']), price: Cost }),
  v.object({
    ...common,
    state: v.literal('succeeded'),
    /** For `piece` a whole caption, for `person` the words of a brief; to be edited. */
    text: v.string(),
    cost: Cost,
  }),
  v.object({ ...common, state: v.literal('failed'), error: JobError, cost: Cost }),
])
export type DescriptionView = v.InferOutput<typeof DescriptionView>

const Answer = v.object({ description: DescriptionView })

/** How each route is asked, and what it answers. */
export const descriptionRoutes = {
  listDescribers: {
    method: 'GET',
    path: '/v1/describers',
    /** The first one describes pieces where a request names none. */
    response: v.object({ describers: v.array(DescriberView) }),
  },
  createDescription: { method: 'POST', path: '/v1/descriptions', response: Answer },
  getDescription: { method: 'GET', path: '/v1/descriptions/{id}', response: Answer },
} as const
