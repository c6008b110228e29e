import { launchChromium } from '../e2e/launch-chromium.ts'
import { startStudio } from '../e2e/start-studio.ts'
import type { Measurement } from './figures.ts'
import { percentile } from './percentile.ts'

const ROUNDS = 10

/** Notes, in the panel's own clock, when the brief can be typed into: milliseconds since its frame began to load. */
const watchForBrief = (): void => {
  if (location.protocol !== 'data:') return
  const note = (): void => {
    if (document.querySelector('textarea:enabled') === null) return
    observer.disconnect()
    document.documentElement.dataset['readyAt'] = String(performance.now())
  }
  const observer = new MutationObserver(note)
  observer.observe(document, { subtree: true, childList: true, attributes: true })
}

export const panelReady: Measurement = {
  name: 'panel ready in Chromium',
  measure: async () => {
    const [browser, studio] = await Promise.all([launchChromium(), startStudio()])
    const samples: number[] = []
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const context = await browser.newContext()
        await context.addInitScript(watchForBrief)
        const page = await context.newPage()
        await page.goto(`${studio.origin}/#token=${studio.token}`)
        const panel = page
          .frameLocator('.panel iframe')
          .frameLocator('iframe')
          .frameLocator('iframe')
          .locator('html[data-ready-at]')
        samples.push(Number(await panel.getAttribute('data-ready-at')))
        await context.close()
      }
    } finally {
      await browser.close()
      await studio.stop()
    }
    return { medianMs: percentile(samples, 0.5), worstMs: percentile(samples, 1) }
  },
}
