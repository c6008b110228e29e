import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchChromium } from '../e2e/launch-chromium.ts'
import { startStudio } from '../e2e/start-studio.ts'
import { openStudio } from '../e2e/studio-page.ts'
import { customerPhoto } from './customer-photo.ts'
import { shootBoard } from './shoot-board.ts'
import { shootDataset } from './shoot-dataset.ts'
import { shootSweep } from './shoot-sweep.ts'
import { shootTrain } from './shoot-train.ts'
import { shootVersions } from './shoot-versions.ts'
import { shootViewer } from './shoot-viewer.ts'

/**
 * `npm run screenshots`: the real thing in both themes, to be looked at. The README's own pictures lie beside this
 * script, all others in test/.output.
 */
const BRIEF = 'woman with glasses and curly hair wearing a superhero cape'
const FAILING = 'man with glasses and beard wearing a backpack and casual outfit #fail:2'

const FOR_README = import.meta.dirname
const TO_LOOK_AT = join(import.meta.dirname, '../.output')

const shoot = (page: Page, name: string, folder = TO_LOOK_AT) =>
  page.screenshot({ path: join(folder, `${name}.png`) })

const [browser, studio] = await Promise.all([launchChromium(), startStudio({ sampleSeconds: 2 })])
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const her = await openStudio(browser, studio, { colorScheme })
    await shoot(her.page, `empty-${colorScheme}`)
    await her.dropFile('Customer photo.png', 'image/png', await customerPhoto())
    await her.panel.getByText('From frame (3:4)').waitFor({ state: 'attached' })
    await her.draft(BRIEF)
    await her.panel.getByRole('progressbar').first().waitFor()
    await her.page.waitForTimeout(900)
    await shoot(her.page, `running-${colorScheme}`)
    await her.waitForPictures(5)
    await her.page.waitForTimeout(300)
    await shoot(her.page, `studio-${colorScheme}`, FOR_README)
    await her.draft(FAILING)
    await her.waitForPictures(8)
    await her.page.waitForTimeout(300)
    await shoot(her.page, `failed-${colorScheme}`)
    await her.close()
    await shootBoard(browser, studio, colorScheme, (page) =>
      shoot(page, `board-${colorScheme}`, FOR_README),
    )
    const isLight = colorScheme === 'light'
    await shootSweep(browser, studio, colorScheme, (page) =>
      shoot(page, `sweep-${colorScheme}`, isLight ? FOR_README : TO_LOOK_AT),
    )
    await shootVersions(browser, colorScheme, (page, isOver) =>
      isOver
        ? shoot(page, `versions-${colorScheme}`, isLight ? FOR_README : TO_LOOK_AT)
        : shoot(page, `versions-blind-${colorScheme}`),
    )
    await shootTrain(browser, colorScheme, (page, moment) =>
      moment === 'judged' && isLight
        ? shoot(page, 'exam-light', FOR_README)
        : shoot(page, `train-${moment}-${colorScheme}`),
    )
    await shootDataset(browser, colorScheme, (page, moment) =>
      moment === 'review' && isLight
        ? shoot(page, 'review-light', FOR_README)
        : shoot(page, `dataset-${moment}-${colorScheme}`),
    )
    await shootViewer(browser, studio, colorScheme, (page, name) =>
      shoot(page, `${name}-${colorScheme}`),
    )
  }
} finally {
  await browser.close()
  await studio.stop()
}
