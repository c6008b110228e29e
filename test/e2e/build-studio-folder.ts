import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildStudio } from '../../server/studio/build.ts'
import type { StudioFolders } from '../../server/studio/serve-studio.ts'
import { buildPlugin } from '../plugin/build-plugin.ts'
import { builtPluginFor } from '../plugin/built-plugin.ts'

/** Where the built studio lies in a folder. */
export const studioIn = (folder: string): StudioFolders => ({
  page: join(folder, 'page'),
  plugin: join(folder, 'plugin'),
  manifest: join(folder, 'manifest.json'),
})

/**
 * The studio and the plugin, built for a proxy on this port or at its public address, in a new folder that has room for a
 * proxy's data.
 */
export const buildStudioFolder = async (port: number, publicUrl?: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'maquette-studio-'))
  const { page, plugin, manifest } = studioIn(folder)
  const [built] = await Promise.all([
    publicUrl === undefined
      ? builtPluginFor(port)
      : buildPlugin({ MAQUETTE_PUBLIC_URL: publicUrl }),
    buildStudio({ outdir: page }),
    mkdir(plugin),
  ])
  await Promise.all([
    writeFile(manifest, built.manifest),
    writeFile(join(plugin, 'main.js'), built.main),
    writeFile(join(plugin, 'ui.js'), built.ui),
  ])
  return folder
}
