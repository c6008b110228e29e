import type { Claim } from '../../shared/contract/index.ts'
import type { JobId, PanelId } from '../../shared/ids.ts'
import type { PictureStore } from './picture-store.ts'

/** How long a panel may take to place a picture, in milliseconds. */
export const CLAIM_TIME = 30_000

/**
 * Gives one panel the right to place a picture; it may ask again to keep it. Nobody gets a picture that is placed or
 * that another panel holds. Throws AppError `not_found`.
 */
export const claimPicture = (
  pictures: PictureStore,
  job: JobId,
  index: number,
  panel: PanelId,
  now: number,
): Claim => {
  const { placedAt, holder, heldUntil } = pictures.get(job, index)
  if (placedAt !== null) return { granted: false, reason: 'placed', until: null }
  if (holder !== null && holder !== panel && heldUntil !== null && now < heldUntil)
    return { granted: false, reason: 'claimed', until: null }
  const until = now + CLAIM_TIME
  pictures.hold(job, index, panel, until)
  return { granted: true, reason: 'granted', until: new Date(until).toISOString() }
}
