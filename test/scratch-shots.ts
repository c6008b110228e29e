import { launchChromium } from './e2e/launch-chromium.ts'
import { finishedWork } from './e2e/finished-work.ts'
import { startStudio } from './e2e/start-studio.ts'
import { openStudio } from './e2e/studio-page.ts'
const document = await finishedWork()
const [browser, studio] = await Promise.all([launchChromium(), startStudio()])
const themes = (process.argv[2] ?? 'light').split(',') as ('light'|'dark')[]
try {
  for (const colorScheme of themes) {
    const her = await openStudio(browser, studio, { colorScheme, document })
    const shot = async (name: string) => { await her.page.waitForTimeout(400); await her.page.screenshot({ path: `/tmp/fr/${name}-${colorScheme}.png` }) }
    await her.panel.getByRole('tab', { name: 'Dataset' }).click()
    await her.page.waitForTimeout(800)
    await shot('1-empty')
    await her.page.locator('.canvas').focus()
    await her.page.keyboard.press('Control+a')
    await her.page.waitForTimeout(3000)
    await shot('2-selected')
    await her.panel.getByText('Left out of every piece').click()
    await shot('3-switches')
    await her.panel.getByText('Left out of every piece').click()
    await her.panel.getByRole('button', { name: 'Look at Superhero girl' }).click()
    await her.page.waitForTimeout(1500)
    await shot('4-layer')
    await her.page.keyboard.press('Escape')
    await her.panel.getByRole('button', { name: 'Look at Traced' }).click()
    await her.page.waitForTimeout(1500)
    await shot('5-traced')
    await her.page.keyboard.press('Escape')
    await her.panel.getByRole('button', { name: /^Add \d/ }).click()
    await her.page.waitForTimeout(500)
    await shot('6-running')
    await her.page.waitForTimeout(6000)
    await shot('7-done')
    console.log(her.errors)
    await her.panel.getByRole('button', { name: /^figurine_02/ }).click()
    await her.page.waitForTimeout(1500)
    await shot('8-piece')
    await her.page.keyboard.press('Escape')
    await her.panel.getByRole('button', { name: 'Captions' }).click()
    await her.panel.getByLabel('Find', {exact: true}).fill('glasses')
    await shot('9-captions')
    await her.page.keyboard.press('Escape')
    await her.panel.getByRole('button', { name: 'Freeze v1' }).click()
    await her.page.waitForTimeout(1500)
    await shot('10-frozen')
    console.log(her.errors)
    await her.close()
  }
} finally { await browser.close(); await studio.stop() }
