import process from 'node:process'
import packaged from '@sparticuz/chromium'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

/** Flags that take away what Figma's own Chromium has: the site boundaries between its frames. */
const UNLIKE_FIGMA =
  /^--(single-process|no-zygote|disable-web-security|disable-site-isolation-trials)/

/**
 * A headless Chromium: the one inside `@sparticuz/chromium` on Linux x64, where nothing needs to be installed, and the
 * installed Chrome elsewhere.
 */
export const launchChromium = async (flags: readonly string[] = []): Promise<Browser> => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return chromium.launch({ channel: 'chrome', args: [...flags] })
  packaged.setGraphicsMode = false
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args.filter((flag) => !UNLIKE_FIGMA.test(flag)), ...flags],
  })
}
