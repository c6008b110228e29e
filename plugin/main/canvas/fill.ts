import type { PlacedPicture } from '../../../shared/canvas.ts'
import { becomeDraft } from './become-draft.ts'
import type { Finder } from './create-finder.ts'
import { readOwnData } from './node-data.ts'
import { readPicture } from './read-picture.ts'
import { undoStep } from './undo-step.ts'

/** A picture into its placeholder, in an undo step of its own; one that is a draft already stays as it is. */
export const fill = async (
  finder: Finder,
  { recipe, bytes, mark }: PlacedPicture,
): Promise<'placed' | 'missing'> => {
  const frame = await finder.find(recipe)
  const data = readOwnData(frame)
  if (frame === null || data === null) return 'missing'
  if (data.kind === 'placeholder') {
    const { imageHash } = readPicture(bytes)
    undoStep(() => becomeDraft(frame, { recipe, mark }, imageHash))
  }
  return 'placed'
}
