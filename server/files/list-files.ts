import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { FileId } from '../../shared/ids.ts'
import { isMissing } from './is-missing.ts'

export type ListedFile = { readonly id: FileId; readonly path: string; readonly bytes: number }

/** Every whole file of a disk store, folder by folder; one that goes away meanwhile is left out. */
export async function* listFiles(root: string): AsyncGenerator<ListedFile> {
  const folders = (await readdir(root)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()
  for (const folder of folders)
    for (const name of await readdir(join(root, folder))) {
      const path = join(root, folder, name)
      const id = v.safeParse(FileId, name)
      if (!id.success) continue
      try {
        yield { id: id.output, path, bytes: (await stat(path)).size }
      } catch (error) {
        if (!isMissing(error)) throw error
      }
    }
}
