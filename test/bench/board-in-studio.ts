import { launchChromium } from '../e2e/launch-chromium.ts'
import { startStudio } from '../e2e/start-studio.ts'
import { openStudio } from '../e2e/studio-page.ts'
import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import type { Measurement } from './figures.ts'
import { noisyPicture } from './noisy-picture.ts'

const JOBS = 16
const PER_JOB = 4

/** Notes the longest time, in milliseconds, in which the panel did nothing at all. */
const watchStalls = (): void => {
  let last = performance.now()
  const root = document.documentElement
  root.dataset['stall'] = '0'
  setInterval(() => {
    const now = performance.now()
    root.dataset['stall'] = String(Math.max(Number(root.dataset['stall']), now - last))
    last = now
  }, 5)
}

/** From the press to the board on the canvas, in Chromium, where the plugin shares its thread with the canvas. */
export const boardInStudio: Measurement = {
  name: 'board of 64 drafts of 1024² in the studio',
  measure: async () => {
    const engine = createScriptedEngine()
    const [browser, studio] = await Promise.all([
      launchChromium(),
      startStudio({ engines: [engine] }),
    ])
    try {
      const her = await openStudio(browser, studio)
      const bytes = await noisyPicture()
      for (let job = 1; job <= JOBS; job += 1) {
        await her.draft(`figurine ${job}`)
        await engine.started(job * PER_JOB)
        for (const run of engine.runs.slice(-PER_JOB)) run.say({ type: 'finished', bytes })
        await her.waitForPictures(job * PER_JOB)
      }
      await her.canvas.focus()
      await her.page.keyboard.press('Control+a')
      await her.panel.getByRole('tab', { name: 'Compare' }).click()
      const button = her.panel.getByRole('button', { name: /Copies 64 frames/ })
      await button.waitFor()
      await her.panelFrame().evaluate(watchStalls)
      const start = performance.now()
      await button.click()
      await her.page.locator('.frame-name', { hasText: 'Board' }).waitFor()
      const shownMs = performance.now() - start
      await her.panel.getByRole('button', { name: /Refresh the board/ }).waitFor()
      const stall = await her.panelFrame().evaluate(() => document.documentElement.dataset['stall'])
      return { shownMs, panelStallMs: Number(stall) }
    } finally {
      await browser.close()
      await studio.stop()
    }
  },
}
