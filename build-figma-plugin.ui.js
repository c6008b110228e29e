import { resolve } from 'node:path'
import process from 'node:process'
import { importEntry } from './plugin/bundling/import-entry.ts'
import { pureSchemas } from './plugin/bundling/pure-schemas.ts'
import { proxyOrigin } from './shared/proxy-origin.ts'

/** Figma's desktop app and every browser that it supports are newer than the default, chrome58. */
const TARGET = 'chrome110'

/**
 * create-figma-plugin writes a style sheet into the bundle once for every module that imports it. Each file is
 * resolved once here, so that it is there once.
 */
const resolveOnce = (plugin) => ({
  ...plugin,
  setup: (build) =>
    plugin.setup({
      ...build,
      onResolve: (filter, find) => {
        const found = new Map()
        build.onResolve(filter, (args) => {
          const key = args.path.startsWith('.') ? resolve(args.resolveDir, args.path) : args.path
          if (!found.has(key)) found.set(key, find(args))
          return found.get(key)
        })
      },
    }),
})

export default (options) => ({
  ...options,
  target: TARGET,
  stdin: { ...options.stdin, contents: importEntry(options.stdin.contents) },
  plugins: [pureSchemas, ...options.plugins.map(resolveOnce)],
  alias: { ...options.alias, 'preact/compat': resolve('plugin/ui/kit-compat.ts') },
  define: { ...options.define, __PROXY_ORIGIN__: JSON.stringify(proxyOrigin(process.env)) },
})
