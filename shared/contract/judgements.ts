import * as v from 'valibot'
import { DatasetId, FileId } from '../ids.ts'
import { HexColour, judgementRoutes } from './judgement-routes.ts'

/** The most pictures of one question: the cells of a board. */
export const JUDGED_LIMIT = 100
/** The most colours of a question. */
export const COLOURS_LIMIT = 200

export const judgements = {
  judge: {
    ...judgementRoutes.judge,
    summary:
      'How close pictures come to the pieces that they were trained on, and how near their colours are. The same question again costs nothing: ask until nothing is pending.',
    status: 200,
    body: v.strictObject({
      dataset: DatasetId,
      /** A frozen one: what the version was trained on. */
      datasetVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
      files: v.pipe(
        v.array(FileId),
        v.minLength(1),
        v.maxLength(JUDGED_LIMIT, `At most ${JUDGED_LIMIT} pictures can be judged at once.`),
      ),
      /** Of the design file's own colour styles. */
      colours: v.optional(v.pipe(v.array(HexColour), v.maxLength(COLOURS_LIMIT)), []),
    }),
  },
} as const
