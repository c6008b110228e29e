import type { Launch } from '../../../shared/canvas.ts'
import type { PictureRef } from '../../../shared/picture-ref.ts'
import type { Recipe } from '../../../shared/recipe.ts'
import type { SteerAction } from '../../../shared/steer-procedures.ts'
import { firstValue } from '../first-value.ts'
import type { Panel } from '../panel.ts'
import type { Drafting } from './drafting.ts'

/** A relaunch button has no room for a price, so only what is free is drawn again at once; the rest waits for a press. */
const retryWhenKnown = async (
  picture: PictureRef,
  panel: Panel,
  drafting: Drafting,
): Promise<void> => {
  const { pricePerPicture } = await firstValue(() => {
    const job = panel.jobs.jobs.value.get(picture.job)
    return job === undefined ? undefined : drafting.capabilitiesOf(job)
  })
  if (pricePerPicture.usd === 0) await drafting.retry(picture)
}

const stepWhenKnown = async (
  action: SteerAction,
  recipe: Recipe,
  panel: Panel,
  { steering }: Drafting,
): Promise<void> => {
  const { pricePerPicture } = await firstValue(() => steering.capabilitiesOf(recipe) ?? undefined)
  const node = panel.selection.value.first?.node
  if (action !== 'change' && pricePerPicture.usd === 0 && node !== undefined)
    await steering.take(node, recipe, { action })
  else steering.asked.value = action
}

/** Does what the plugin was opened for. */
export const applyLaunch = (launch: Launch, panel: Panel, drafting: Drafting): void => {
  switch (launch.command) {
    case 'open':
      return
    case 'draft':
      if (launch.brief !== null) drafting.form.propose({ brief: launch.brief })
      return
    case 'use-settings':
      if (launch.recipe !== null) drafting.useRecipe(launch.recipe, launch.withSeed)
      return
    case 'steer': {
      const { action, recipe } = launch
      if (recipe !== null) panel.attempt(() => stepWhenKnown(action, recipe, panel, drafting))
      return
    }
    case 'retry': {
      const { picture } = launch
      if (picture !== null) panel.attempt(() => retryWhenKnown(picture, panel, drafting))
      return
    }
    case 'unplaced':
      drafting.asksForUnplaced.value = true
      return
    case 'dataset':
      panel.tab.value = 'Dataset'
      return
    case 'settings':
      panel.tab.value = 'Settings'
  }
}
