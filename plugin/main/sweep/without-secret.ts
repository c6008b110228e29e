import type { Recipe } from '../../../shared/recipe.ts'
import { isSecret } from '../../../shared/sweep.ts'
import { readSweep } from './sweep-data.ts'

const isOnSecretBoard = ({ parent }: BaseNode): boolean => {
  if (parent === null) return false
  const found = readSweep(parent)
  return found === null ? isOnSecretBoard(parent) : isSecret(found.data.sweep)
}

/** A draft's recipe as far as she is to know it: on a blind trial, nothing tells the versions apart. */
export const withoutSecret = (draft: SceneNode, recipe: Recipe): Recipe =>
  isOnSecretBoard(draft) ? { ...recipe, version: null } : recipe
