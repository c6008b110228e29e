import * as v from 'valibot'
import { BRIEFS_LIMIT, BriefDraft } from './saved-brief.ts'
import { versioned } from './versioned.ts'

/** Larger than a file of as many briefs as a proxy keeps. Bytes. */
export const BRIEF_FILE_BYTES = 4 * 1024 * 1024

/** Saved briefs as a file to hand on: JSON with a schema number. */
export const briefFile = versioned(
  v.object({
    briefs: v.pipe(v.array(BriefDraft), v.minLength(1), v.maxLength(BRIEFS_LIMIT)),
  }),
)
