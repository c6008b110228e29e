import { importEntry } from './plugin/bundling/import-entry.ts'
import { pureSchemas } from './plugin/bundling/pure-schemas.ts'

/**
 * Figma runs the main thread in a QuickJS that takes today's language, private fields included
 * (developers.figma.com: how-plugins-run); the builder's default, es2017, makes more of it.
 */
const TARGET = 'es2022'

export default (options) => ({
  ...options,
  target: TARGET,
  plugins: [pureSchemas],
  stdin: { ...options.stdin, contents: importEntry(options.stdin.contents) },
})
