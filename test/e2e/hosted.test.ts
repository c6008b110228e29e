import type { Browser } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { networkAccessProblems } from '../../shared/network-access.ts'
import { freePort } from './free-port.ts'
import { launchChromium } from './launch-chromium.ts'
import type { RunningStudio } from './start-studio.ts'
import { startStudio } from './start-studio.ts'
import { openStudio } from './studio-page.ts'
import { startTlsProxy } from './tls-proxy.ts'

const NAME = 'maquette.example.com'
const Manifest = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    networkAccess: v.object({ allowedDomains: v.array(v.string()), reasoning: v.string() }),
  }),
)

let browser: Browser
let studio: RunningStudio
let tls: Awaited<ReturnType<typeof startTlsProxy>>

beforeAll(async () => {
  const port = await freePort()
  ;[browser, studio] = await Promise.all([
    launchChromium([`--host-resolver-rules=MAP ${NAME} 127.0.0.1`]),
    startStudio({ publicUrl: `https://${NAME}:${port}` }),
  ])
  tls = await startTlsProxy(NAME, port, studio.port)
})
afterAll(async () => {
  await browser.close()
  tls.stop()
  await studio.stop()
})

test('a proxy behind TLS drafts for the plugin that was built for it', async () => {
  const her = await openStudio(browser, studio, { ignoreHTTPSErrors: true })
  await her.draft('a wizard with a staff')
  await her.waitForPictures(4)
  expect(her.errors).toEqual([])

  const served = await her.page.evaluate(async () => {
    const response = await fetch('/plugin/manifest.json')
    return {
      security: response.headers.get('strict-transport-security'),
      text: await response.text(),
    }
  })
  expect(served.security).toBe('max-age=31536000')
  const { networkAccess } = v.parse(Manifest, served.text)
  expect(networkAccess.allowedDomains).toEqual([studio.origin])
  expect(networkAccessProblems(networkAccess)).toEqual([])
  await her.close()
})
