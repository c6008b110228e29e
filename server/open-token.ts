import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.ts'
import { newToken } from './tokens/new-token.ts'
import { TOKEN_PATTERN } from './tokens/token-pattern.ts'

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** Written aside and renamed into place, so that nobody ever reads half a token. */
const writeToken = (path: string): void => {
  const aside = `${path}.${randomUUID()}`
  const file = openSync(aside, 'wx', 0o600)
  try {
    writeSync(file, `${newToken()}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(aside, path)
}

const readToken = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

/**
 * The owner's token in `<data>/token`, readable by its owner only; made at the first start, and anew when `isNew`. One
 * written there by hand needs at least 32 characters of A–Z, a–z, 0–9, `_` and `-`. Throws StartError for any other.
 */
export const openToken = (data: string, { isNew = false } = {}): string => {
  const path = join(data, 'token')
  try {
    if (isNew || readToken(path) === null) writeToken(path)
    chmodSync(path, 0o600)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown'
    throw new StartError(`The token in ${path} cannot be read or made: ${reason}.`)
  }
  const token = readToken(path)
  if (token === null || !TOKEN_PATTERN.test(token))
    throw new StartError(
      `The token in ${path} is damaged or too short. Delete that file and start again: a new one is made.`,
    )
  return token
}
