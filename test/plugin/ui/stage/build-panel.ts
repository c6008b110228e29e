import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

const ROOT = resolve(import.meta.dirname, '../../../..')
const LINKED = ['plugin', 'shared', 'node_modules', 'build-figma-plugin.ui.js']

/** The proxy that the panel is built for. */
export const BUILT_FOR = 'http://localhost:8787'

/**
 * The panel's script, built by the plugin's own builder, with an empty main thread: what is wrong in `plugin/main` does
 * not stand in the way of a look at the panel.
 */
export const buildPanel = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'maquette-panel-'))
  try {
    await Promise.all(LINKED.map((name) => symlink(join(ROOT, name), join(folder, name))))
    await mkdir(join(folder, 'empty'))
    await writeFile(join(folder, 'empty/main.ts'), 'export default () => {}\n')
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({
        type: 'module',
        'figma-plugin': {
          id: 'panel',
          name: 'Panel',
          editorType: ['figma'],
          main: 'empty/main.ts',
          ui: 'plugin/ui/index.tsx',
        },
      }),
    )
    await promisify(execFile)(
      process.execPath,
      [join(ROOT, 'node_modules/@create-figma-plugin/build/lib/cli.js'), '--minify'],
      { cwd: folder, env: { PATH: process.env.PATH } },
    )
    return await readFile(join(folder, 'build/ui.js'), 'utf8')
  } finally {
    await rm(folder, { recursive: true })
  }
}
