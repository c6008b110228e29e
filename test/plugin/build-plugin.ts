import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '../..')
const run = promisify(execFile)

export type BuiltPlugin = {
  readonly manifest: string
  readonly main: string
  readonly ui: string
}

/** Builds the plugin as `npm run build:plugin` does, into a folder of its own; rejects with what the build said. */
export const buildPlugin = async (
  environment: Readonly<Record<string, string>> = {},
): Promise<BuiltPlugin> => {
  const folder = await mkdtemp(join(tmpdir(), 'maquette-plugin-'))
  const read = (file: string) => readFile(join(folder, file), 'utf8')
  try {
    const cli = join(ROOT, 'node_modules/.bin/build-figma-plugin')
    await run(process.execPath, [cli, '--minify', '--output', folder], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], ...environment },
    })
    const [manifest, main, ui] = await Promise.all(
      (['manifest.json', 'build/main.js', 'build/ui.js'] as const).map(read),
    )
    return { manifest: manifest!, main: main!, ui: ui! }
  } finally {
    await rm(folder, { recursive: true })
  }
}
