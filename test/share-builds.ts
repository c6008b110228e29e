import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** Before the test files of a run: a folder in which they share what they build. */
export const setup = async (): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'maquette-builds-'))
  process.env['MAQUETTE_TEST_BUILDS'] = folder
  return () => rm(folder, { recursive: true, force: true })
}
