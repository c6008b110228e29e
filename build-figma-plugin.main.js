import { importEntry } from './plugin/bundling/import-entry.ts'
import { pureSchemas } from './plugin/bundling/pure-schemas.ts'
import { writeBundle } from './plugin/bundling/write-bundle.ts'

// The target stays the builder's own, es2017: plugins in the wild are built with it, and newer syntax has not been
// tried in Figma. It costs 2 kB.
export default (options) => ({
  ...options,
  plugins: [pureSchemas, writeBundle(2017)],
  stdin: { ...options.stdin, contents: importEntry(options.stdin.contents) },
})
