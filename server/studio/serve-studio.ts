import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Env } from '../env.ts'

export type StudioFolders = {
  /** The built page: index.html and what it loads. */
  readonly page: string
  /** The built plugin: main.js and ui.js. */
  readonly plugin: string
  /** The plugin's manifest.json. */
  readonly manifest: string
}

/** The plugin's code runs in QuickJS, which is WebAssembly; pictures on the canvas are `blob:` URLs. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The panel is a `data:` frame in a blank frame in this one. Such frames inherit the policy of the page around them,
 * and the panel's must be Figma's, which the page writes into the blank frame: here stands nothing that is stricter.
 */
const WRAPPER = '/sandbox.html'
const WRAPPER_POLICY = "frame-ancestors 'self'"

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Maquette</title>
<p>The studio is not built yet. Run <code>npm run build</code>, then reload this page.</p></html>`

const withPolicy = createMiddleware(async function studioPolicy(c, next) {
  c.header('Content-Security-Policy', c.req.path === WRAPPER ? WRAPPER_POLICY : PAGE_POLICY)
  c.header('Cache-Control', 'no-cache')
  await next()
})

/** The studio's page and the built plugin that it runs. They hold no secret, so they need no token. */
export const serveStudio = ({ page, plugin, manifest }: StudioFolders) =>
  new Hono<Env>()
    .use('*', withPolicy)
    .get('/plugin/main.js', serveStatic({ path: join(plugin, 'main.js') }))
    .get('/plugin/ui.js', serveStatic({ path: join(plugin, 'ui.js') }))
    .get('/plugin/manifest.json', serveStatic({ path: manifest }))
    .get('*', async (c, next) => {
      // Looked at anew each time, so that a page that is built later needs a reload only.
      if (existsSync(page)) return serveStatic({ root: page })(c, next)
      return c.req.path === '/' ? c.html(NOT_BUILT, 503) : next()
    })
