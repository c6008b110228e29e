import type { Mark } from '../../../shared/mark.ts'
import type { Recipe } from '../../../shared/recipe.ts'
import { generatedImages } from '../dataset/known-images.ts'
import { markedName } from '../steer/marked-name.ts'
import { draftName, placeholderName } from './frame-name.ts'
import { readPlaceholder, writeNodeData } from './node-data.ts'
import { undress } from './placeholder-look.ts'
import { relaunchDraft } from './relaunch.ts'

/**
 * Makes a frame the draft of a recipe. Only our own border, words and name go; place, size, parent, layers, lock and a
 * name that she gave it stay.
 */
export const becomeDraft = (
  frame: FrameNode,
  { recipe, mark }: { readonly recipe: Recipe; readonly mark: Mark | null },
  imageHash: string,
): void => {
  const placeholder = readPlaceholder(frame)
  if (placeholder === null || frame.name === placeholderName(placeholder))
    frame.name = markedName(draftName(recipe), null, mark)
  undress(frame)
  frame.fills = [{ type: 'IMAGE', imageHash, scaleMode: 'FILL' }]
  writeNodeData(frame, { kind: 'draft', node: frame.id, recipe, mark })
  generatedImages.add([imageHash])
  relaunchDraft(frame, recipe)
}
