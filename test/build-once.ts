import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** What `build` makes, once for all test files of a run (`share-builds.ts`); outside of a run it is built each time. */
export const buildOnce = async (name: string, build: () => Promise<string>): Promise<string> => {
  const folder = process.env['MAQUETTE_TEST_BUILDS']
  if (folder === undefined) return build()
  const kept = join(folder, name)
  try {
    return await readFile(kept, 'utf8')
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  const built = await build()
  // Another test file may read it at any time.
  const unfinished = `${kept}.${process.pid}`
  await writeFile(unfinished, built)
  await rename(unfinished, kept)
  return built
}
