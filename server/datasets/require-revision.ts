import { AppError } from '../../shared/errors.ts'

const CHANGED = {
  dataset: 'This dataset was changed meanwhile, perhaps in another panel.',
  piece: 'This piece was changed meanwhile, perhaps in another panel.',
}

/** Throws AppError `conflict` when somebody writes who has not seen what is there. */
export const requireRevision = (
  what: keyof typeof CHANGED,
  seen: number,
  revision: number,
): void => {
  if (seen === revision) return
  throw new AppError(
    'conflict',
    `${CHANGED[what]} Nothing was written: look at it again, then decide.`,
    { details: { revision } },
  )
}
