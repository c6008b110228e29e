import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/**
 * Lets esbuild leave out the schemas that a bundle does not use. valibot marks its functions as free of side effects,
 * but esbuild heeds that mark within one file only; a mark on a call, it heeds everywhere.
 */
export const pureSchemas: Plugin = {
  name: 'pure-schemas',
  setup: (build) => {
    // Only valibot has such expressions, and they are not used: wrapped in a call for older targets, they would be kept.
    build.initialOptions.supported = { 'regexp-unicode-property-escapes': true }
    build.onLoad({ filter: /[\\/]shared[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(/\bv\.(?=\w+\()/g, '/* @__PURE__ */ v.'),
      loader: 'ts',
    }))
  },
}
