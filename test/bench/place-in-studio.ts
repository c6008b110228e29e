import { launchChromium } from '../e2e/launch-chromium.ts'
import { startStudio } from '../e2e/start-studio.ts'
import { openStudio } from '../e2e/studio-page.ts'
import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import type { Measurement } from './figures.ts'
import { noisyPicture } from './noisy-picture.ts'
import { percentile } from './percentile.ts'

const ROUNDS = 12
const PICTURES = 4

/** Notes in the page when the canvas shows `count` pictures. */
const noteWhenShown = (count: number): void => {
  const world = document.querySelector('.world') ?? document.body
  const root = document.documentElement
  delete root.dataset['shownAt']
  const note = (): void => {
    if (world.querySelectorAll('.node > .fill img').length < count) return
    observer.disconnect()
    root.dataset['shownAt'] = String(performance.timeOrigin + performance.now())
  }
  const observer = new MutationObserver(note)
  observer.observe(world, { subtree: true, childList: true, attributes: true })
}

/** The same way in Chromium, to the moment when the studio's canvas shows the last picture. */
export const placeInStudio: Measurement = {
  name: "engine's done to the last of four pictures shown in the studio",
  measure: async () => {
    const engine = createScriptedEngine()
    const [browser, studio] = await Promise.all([
      launchChromium(),
      startStudio({ engines: [engine] }),
    ])
    const samples: number[] = []
    let bytes = 0
    try {
      const her = await openStudio(browser, studio)
      for (let round = 1; round <= ROUNDS; round += 1) {
        const pictures = await Promise.all(Array.from({ length: PICTURES }, noisyPicture))
        bytes = pictures.reduce((sum, one) => sum + one.byteLength, 0) / PICTURES
        await her.draft(`figurine ${round}`)
        await engine.started(round * PICTURES)
        await her.page.evaluate(noteWhenShown, round * PICTURES)
        const done = performance.timeOrigin + performance.now()
        for (const [index, run] of engine.runs.slice(-PICTURES).entries())
          run.say({ type: 'finished', bytes: pictures[index] ?? new Uint8Array() })
        const shown = await her.page.locator('html[data-shown-at]').getAttribute('data-shown-at')
        samples.push(Number(shown) - done)
      }
    } finally {
      await browser.close()
      await studio.stop()
    }
    return {
      medianMs: percentile(samples, 0.5),
      p95Ms: percentile(samples, 0.95),
      pictureBytes: Math.round(bytes),
    }
  },
}
