import type { Frame } from 'playwright-core'
import { launchChromium } from '../e2e/launch-chromium.ts'
import { startStudio } from '../e2e/start-studio.ts'
import { openStudio } from '../e2e/studio-page.ts'
import { manyFrames } from '../e2e/finished-work.ts'
import type { Measurement } from './figures.ts'

const FRAMES = 100

/** Notes the panel's own tasks of more than 50 ms, and the heap that is left after each tenth piece. Milliseconds, MB. */
const watch = (): void => {
  const tasks: number[] = []
  const root = document.documentElement
  new PerformanceObserver((list) => {
    // What the studio's canvas and the plugin's main thread do on the same thread is theirs.
    for (const { name, duration } of list.getEntries()) if (name === 'self') tasks.push(duration)
    root.dataset['longest'] = String(Math.max(0, ...tasks))
  }).observe({ type: 'longtask' })
  let seen = ''
  const steps: number[] = []
  new MutationObserver(() => {
    const text = document.querySelector('.footer [role=status]')?.textContent ?? ''
    if (text === seen) return
    seen = text
    steps.push(performance.now())
    root.dataset['steps'] = String(steps.length)
    root.dataset['slowest'] = String(
      Math.max(...steps.slice(1).map((at, index) => at - (steps[index] ?? at))),
    )
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}

const heapOf = async (frame: Frame): Promise<number> => {
  const session = await frame.page().context().newCDPSession(frame.page())
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1e6
}

/** A hundred finished frames drawn, encoded, sent, frozen and saved, in Chromium, as she would do it. */
export const exportFrames: Measurement = {
  name: `export of ${FRAMES} frames of 1024² in the studio, and their ZIP`,
  measure: async () => {
    const document = await manyFrames(FRAMES)
    const [browser, studio] = await Promise.all([launchChromium(), startStudio()])
    try {
      const her = await openStudio(browser, studio, { document })
      await her.panel.getByRole('tab', { name: 'Dataset' }).click()
      await her.canvas.focus()
      await her.page.keyboard.press('Control+a')
      const button = her.panel.getByRole('button', { name: `Add ${FRAMES} pieces` })
      await button.waitFor({ timeout: 300_000 })
      const panel = her.panelFrame()
      await panel.evaluate(watch)
      const before = await heapOf(panel)
      const start = performance.now()
      await button.click()
      await her.panel.getByText(new RegExp(`^${FRAMES / 2} of`)).waitFor({ timeout: 600_000 })
      const middle = await heapOf(panel)
      await her.panel
        .getByText('All of it is in the dataset as it is')
        .waitFor({ timeout: 600_000 })
      const exportSeconds = (performance.now() - start) / 1000
      const after = await heapOf(panel)
      const noted = await panel.evaluate(() =>
        Object.fromEntries(Object.entries(globalThis.document.documentElement.dataset)),
      )
      await her.panel.getByRole('button', { name: 'Freeze v1' }).click()
      const save = her.panel.getByRole('button', { name: 'Save v1 as a ZIP' })
      await save.waitFor()
      const zipStart = performance.now()
      const [download] = await Promise.all([her.page.waitForEvent('download'), save.click()])
      await download.path()
      return {
        exportSeconds,
        secondsPerFrame: exportSeconds / FRAMES,
        progressSteps: Number(noted['steps']),
        slowestStepMs: Number(noted['slowest']),
        longestPanelTaskMs: Number(noted['longest'] ?? 0),
        heapBeforeMB: before,
        heapHalfwayMB: middle,
        heapAfterMB: after,
        zipSeconds: (performance.now() - zipStart) / 1000,
      }
    } finally {
      await browser.close()
      await studio.stop()
    }
  },
}
