import * as v from 'valibot'
import { DescriptionId, FileId, StyleId } from '../ids.ts'
import { DescriberId, DescriptionMode, descriptionRoutes } from './description-views.ts'

/** What is known of a picture besides its pixels, such as the names of its layers or a sheet's labels; data, never orders. */
const Hints = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(300, 'A hint has at most 300 characters.'))),
  v.maxLength(40, 'A picture has at most 40 hints.'),
)

export const DescriptionRequest = v.strictObject({
  /** Made by the panel, so that a press that is sent again is no other one; absent: the proxy makes one. */
  id: v.optional(DescriptionId),
  file: FileId,
  style: StyleId,
  mode: v.optional(DescriptionMode, 'piece'),
  /**
   * Absent: the first describer; for a `person` always the offline one: a photo of somebody goes to another machine only
   * when the request says so.
   */
  engine: v.optional(DescriberId),
  hints: v.optional(Hints, []),
})
export type DescriptionRequest = v.InferOutput<typeof DescriptionRequest>

export const descriptions = {
  listDescribers: {
    ...descriptionRoutes.listDescribers,
    summary: 'What puts pictures into words, where they go for it, and what it costs.',
    status: 200,
  },
  createDescription: {
    ...descriptionRoutes.createDescription,
    summary:
      'Put a picture into words. The same id and body again is the same description; another body is a 409. Ask for it until it is there.',
    status: 202,
    body: DescriptionRequest,
  },
  getDescription: {
    ...descriptionRoutes.getDescription,
    summary: 'One description, as far as it is.',
    status: 200,
    params: v.object({ id: DescriptionId }),
  },
} as const
