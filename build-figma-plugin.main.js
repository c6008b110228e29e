import { importEntry } from './plugin/bundling/import-entry.ts'
import { pureSchemas } from './plugin/bundling/pure-schemas.ts'
import { writeBundle } from './plugin/bundling/write-bundle.ts'

// Figma's sandbox knows this edition and later ones (developers.figma.com: how plugins run). The builder's own, es2017,
// would cost 4 kB.
export default (options) => ({
  ...options,
  target: 'es2020',
  plugins: [pureSchemas, writeBundle],
  stdin: { ...options.stdin, contents: importEntry(options.stdin.contents) },
})
