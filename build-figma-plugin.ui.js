import { resolve } from 'node:path'
import process from 'node:process'
import { importEntry } from './plugin/bundling/import-entry.ts'
import { pureSchemas } from './plugin/bundling/pure-schemas.ts'
import { writeBundle } from './plugin/bundling/write-bundle.ts'
import { proxyOrigin } from './shared/proxy-origin.ts'

/** Figma's desktop app and the browsers that it supports are newer than the builder's default, chrome58. */
const TARGET = ['chrome110', 'firefox121', 'safari16.4']

export default (options) => ({
  ...options,
  target: TARGET,
  stdin: { ...options.stdin, contents: importEntry(options.stdin.contents) },
  // In place of the builder's own: it wraps each style sheet in a script of its own, and brings preact/compat.
  plugins: [pureSchemas, writeBundle],
  // The tsconfig's automatic JSX runtime is the longer one.
  tsconfigRaw: {},
  inject: [resolve('plugin/bundling/jsx.ts')],
  define: { __PROXY_ORIGIN__: JSON.stringify(proxyOrigin(process.env)) },
})
