import { effect } from '@preact/signals'
import type { Launch, PictureRef } from '../../../shared/canvas.ts'
import type { Panel } from '../panel.ts'
import type { Drafting } from './drafting.ts'

/** A relaunch button has no room for a price, so only what is free is drawn again at once; the rest waits for a press. */
const retryWhenKnown = (picture: PictureRef, panel: Panel, drafting: Drafting): void => {
  const stop = effect(() => {
    const job = panel.jobs.jobs.value.get(picture.job)
    const engine = job === undefined ? undefined : drafting.engineOf(job)
    if (engine === undefined) return
    queueMicrotask(() => stop())
    if (engine.capabilities.pricePerPicture.usd === 0) panel.attempt(() => drafting.retry(picture))
  })
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
    case 'retry':
      if (launch.picture !== null) retryWhenKnown(launch.picture, panel, drafting)
      return
    case 'unplaced':
      drafting.asksForUnplaced.value = true
      return
    case 'settings':
      panel.tab.value = 'Settings'
  }
}
