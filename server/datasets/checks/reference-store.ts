import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { Reference } from '../../../shared/generate-request.ts'
import { FileId } from '../../../shared/ids.ts'

const References = v.array(v.object({ file: FileId, use: Reference.entries.use }))
export type KnownReference = v.InferOutput<typeof References>[number]

/** Newer ones are more likely to be shown in a piece. */
const MOST = 500

/** The pictures that steered jobs and are no drafts, and the photos of people that were described. Newest first. */
export const createReferenceStore = (db: DatabaseSync) => {
  // Of several uses the one that is last in the alphabet: a likeness says more than a sketch to follow.
  const all = db.prepare(`SELECT file, max("use") AS "use" FROM (
      SELECT uses.file AS file, request ->> '$.reference.use' AS "use", created_at AS at
        FROM reference_uses AS uses JOIN jobs ON jobs.id = uses.job WHERE json_valid(request)
      UNION ALL SELECT file, 'likeness', created_at FROM descriptions WHERE mode = 'person'
    ) AS known
    WHERE "use" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM pictures WHERE pictures.file = known.file)
    GROUP BY file ORDER BY max(at) DESC LIMIT ${MOST}`)
  return { list: (): KnownReference[] => v.parse(References, all.all()) }
}
export type ReferenceStore = ReturnType<typeof createReferenceStore>
