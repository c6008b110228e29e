import type { Recipe } from '../../../shared/recipe.ts'
import { excerpt } from './excerpt.ts'
import type { PlaceholderData } from './node-data.ts'

/** Figma shows three lines of a relaunch button's description (typings: setRelaunchData). */
const LIMIT = 120

export const relaunchPlaceholder = (frame: FrameNode, { failure }: PlaceholderData): void =>
  frame.setRelaunchData(
    failure === null ? { open: '' } : { retry: excerpt(failure, LIMIT), open: '' },
  )

export const relaunchDraft = (frame: FrameNode, recipe: Recipe): void =>
  frame.setRelaunchData({
    'more-subtle': excerpt(recipe.brief, LIMIT),
    'more-strong': '',
    change: '',
    'new-seed': '',
    'use-settings': '',
    'use-seed': '',
  })
