import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { buildOnce } from '../../../build-once.ts'
import { launchChromium } from '../../../e2e/launch-chromium.ts'
import type { Script } from '../../../fakes/scripted-canvas.ts'
import { BUILT_FOR, buildPanel } from './build-panel.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')
const THEME = join(ROOT, 'node_modules/@create-figma-plugin/ui/lib/css/theme.css')

/** What Figma's wrapper around a plugin's panel allows, for a plugin that lists one origin. */
const policy = (origin: string) =>
  [
    `default-src data: blob: ${origin}`,
    `script-src 'unsafe-inline' 'unsafe-eval' data: blob: ${origin}`,
    `style-src 'unsafe-inline' data: blob: ${origin}`,
  ].join('; ')

/** The document that `showUI` of create-figma-plugin makes from a built panel. */
const panelDocument = (script: string, css: string, theme: 'light' | 'dark') =>
  `<html class="figma-${theme}"><head><style>${css}</style></head><body><div id="create-figma-plugin"></div><script>document.body.classList.add('theme-figma');const __FIGMA_COMMAND__='';const __SHOW_UI_DATA__={};${script}</script></body></html>`

export type OpenOptions = {
  /** The proxy's port. */
  readonly port: number
  readonly script: Script
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}

/** Panels in Chromium as they would be in Figma; built once, opened as often as wanted. */
export const createStage = async () => {
  const [panel, theme, host] = await Promise.all([
    buildOnce('panel.js', buildPanel),
    readFile(THEME, 'utf8'),
    build({
      entryPoints: [join(import.meta.dirname, 'host-page.ts')],
      bundle: true,
      write: false,
      format: 'iife',
    }),
  ])
  const css = theme.replaceAll(':root .figma-', ':root.figma-')
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader(
      'content-security-policy',
      policy(`http://localhost:${request.url?.slice(1) ?? ''}`),
    )
    response.end(
      `<style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}</style><body><script>${host.outputFiles[0]?.text ?? ''}</script>`,
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address() as AddressInfo
  const browser: Browser = await launchChromium()

  return {
    bytes: panel.length,
    open: async (options: OpenOptions): Promise<{ page: Page; panel: FrameLocator }> => {
      const { port, script, theme = 'light', width = 340, height = 640 } = options
      const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 2 })
      await page.goto(`http://localhost:${address.port}/${port}`)
      await page.evaluate(([text, script]) => globalThis.openPanel(text, script), [
        panelDocument(panel.replaceAll(BUILT_FOR, `http://localhost:${port}`), css, theme),
        script,
      ] as const)
      return { page, panel: page.frameLocator('iframe') }
    },
    close: async (): Promise<void> => {
      await browser.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
export type Stage = Awaited<ReturnType<typeof createStage>>
