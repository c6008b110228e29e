import { writeFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/** Script that puts style sheets into the page, as one element. */
const putStyles = (css: string): string =>
  `document.head.append(Object.assign(document.createElement('style'),{textContent:${JSON.stringify(css)}}));`

/** Writes a bundle as one script that brings its styles along: Figma takes one file for the panel. */
export const writeBundle: Plugin = {
  name: 'write-bundle',
  setup: (build) => {
    build.initialOptions.write = false
    build.onEnd(async ({ outputFiles = [] }) => {
      const [css] = outputFiles.filter(({ path }) => path.endsWith('.css'))
      for (const { path, text } of outputFiles.filter(({ path }) => path.endsWith('.js')))
        await writeFile(path, css === undefined ? text : putStyles(css.text.trim()) + text)
    })
  },
}
