import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ENTRY = join(import.meta.dirname, '../../../server/token.ts')

/** What `npm run token -- …` does to a data folder and says. */
export const runToken = (
  data: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ENTRY, ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], MAQUETTE_DATA: data, ...environment },
  })
  const [, token] = /^ {2}([\w-]{43})$/m.exec(stdout) ?? []
  return {
    status,
    said: stdout,
    refused: stderr,
    /** Lets in with the token that it printed. */
    headers: { authorization: `Bearer ${token ?? ''}` },
  }
}
