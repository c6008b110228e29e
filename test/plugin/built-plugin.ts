import * as v from 'valibot'
import { buildOnce } from '../build-once.ts'
import type { BuiltPlugin } from './build-plugin.ts'
import { buildPlugin } from './build-plugin.ts'

const Built = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ manifest: v.string(), main: v.string(), ui: v.string() }),
)

/** The plugin as it is built without any setting. */
export const builtPlugin = async (): Promise<BuiltPlugin> =>
  v.parse(Built, await buildOnce('plugin.json', async () => JSON.stringify(await buildPlugin())))

/** The same for a proxy on another port, which is all that differs in it: `manifest.test.ts` compares. */
export const builtPluginFor = async (port: number): Promise<BuiltPlugin> => {
  const { manifest, main, ui } = await builtPlugin()
  const moved = (text: string) => text.replaceAll('localhost:8787', `localhost:${port}`)
  return { manifest: moved(manifest), main: moved(main), ui: moved(ui) }
}
