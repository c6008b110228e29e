import * as v from 'valibot'
import { Brief } from './generate-request.ts'

/** `brief_` and 20 base-32 characters. */
export const BriefId = v.pipe(
  v.string(),
  v.regex(/^brief_[0-9a-hjkmnp-tv-z]{20}$/),
  v.brand('BriefId'),
)
export type BriefId = v.InferOutput<typeof BriefId>

/** The most briefs that a proxy keeps. */
export const BRIEFS_LIMIT = 500
/** The most tags of a brief. */
export const TAGS_LIMIT = 12

const briefEntries = {
  name: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'Give the brief a name.'),
    v.maxLength(80, 'A name has at most 80 characters.'),
  ),
  tags: v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.trim(),
        v.toLowerCase(),
        v.minLength(1, 'A tag has at least one character.'),
        v.maxLength(24, 'A tag has at most 24 characters.'),
      ),
    ),
    v.maxLength(TAGS_LIMIT, `A brief has at most ${TAGS_LIMIT} tags.`),
  ),
  text: Brief,
}

/** A brief worth keeping, as she writes it. */
export const BriefDraft = v.object(briefEntries)
export type BriefDraft = v.InferOutput<typeof BriefDraft>

/** The same as it comes in: a field that is not known is refused. */
export const StrictBriefDraft = v.strictObject(briefEntries)

/** A brief that the proxy keeps for everybody who uses it. */
export const SavedBrief = v.object({
  id: BriefId,
  name: v.string(),
  tags: v.array(v.string()),
  text: v.string(),
})
export type SavedBrief = v.InferOutput<typeof SavedBrief>
