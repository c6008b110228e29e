import { accessSync, constants, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { StartError } from './start-error.ts'

/** Makes sure that the data folder is there and can be written. Returns its whole path. Throws StartError. */
export const openDataFolder = (folder: string): string => {
  const path = resolve(folder)
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    accessSync(path, constants.W_OK | constants.X_OK)
    return path
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new StartError(
      `The data folder ${path} cannot be written${reason}. Choose another one with MAQUETTE_DATA.`,
    )
  }
}
