import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { Reference } from '../../../shared/generate-request.ts'
import { FileId } from '../../../shared/ids.ts'

const References = v.array(v.object({ file: FileId, use: Reference.entries.use }))
export type KnownReference = v.InferOutput<typeof References>[number]

/** Newer ones are more likely to be shown in a piece. */
const MOST = 500

/** The pictures that steered jobs and are no drafts: customers' photos, most of them. Newest first. */
export const createReferenceStore = (db: DatabaseSync) => {
  const all = db.prepare(`SELECT uses.file AS file, max(request ->> '$.reference.use') AS "use"
    FROM reference_uses AS uses JOIN jobs ON jobs.id = uses.job
    WHERE json_valid(request) AND request ->> '$.reference.use' IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM pictures WHERE pictures.file = uses.file)
    GROUP BY uses.file ORDER BY max(jobs.number) DESC LIMIT ${MOST}`)
  return { list: (): KnownReference[] => v.parse(References, all.all()) }
}
export type ReferenceStore = ReturnType<typeof createReferenceStore>
