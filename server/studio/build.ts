import { copyFile, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const WEB = join(import.meta.dirname, 'web')
const PAGES = ['index.html', 'sandbox.html', 'icon.svg']

/** Bundles the studio's page into `outdir`, with everything that it loads beside the plugin. */
export const buildStudio = async ({ outdir }: { outdir: string }): Promise<void> => {
  await mkdir(outdir, { recursive: true })
  const wasm = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm')
  await Promise.all([
    build({
      entryPoints: [join(WEB, 'studio.tsx')],
      outdir,
      bundle: true,
      format: 'esm',
      target: 'es2023',
      minify: true,
      sourcemap: 'linked',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      logLevel: 'warning',
    }),
    copyFile(wasm, join(outdir, 'emscripten-module.wasm')),
    ...PAGES.map((page) => copyFile(join(WEB, page), join(outdir, page))),
  ])
}

if (import.meta.main)
  await buildStudio({ outdir: resolve(import.meta.dirname, '../../build/studio') })
