import * as v from 'valibot'
import { Manifest } from '../host/manifest.ts'

const NetworkAccess = v.object({
  allowedDomains: v.array(v.string()),
  devAllowedDomains: v.optional(v.array(v.string())),
})

/** What the page reads of the manifest: the host's part, and the network list for the panel's policy. */
export type StudioManifest = Manifest & {
  readonly networkAccess: v.InferOutput<typeof NetworkAccess>
}
const StudioManifest: v.GenericSchema<unknown, StudioManifest> = v.intersect([
  Manifest,
  v.object({ networkAccess: NetworkAccess }),
])

export type PluginFiles = {
  readonly manifest: StudioManifest
  readonly main: string
  readonly ui: string
}

/** The built plugin, from the proxy that serves the page. */
export const loadPluginFiles = async (fetch: typeof globalThis.fetch): Promise<PluginFiles> => {
  const text = async (path: string) => {
    const response = await fetch(path)
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
    return response.text()
  }
  const [manifest, main, ui] = await Promise.all([
    text('plugin/manifest.json'),
    text('plugin/main.js'),
    text('plugin/ui.js'),
  ])
  return {
    manifest: v.parse(v.pipe(v.string(), v.parseJson(), StudioManifest), manifest),
    main,
    ui,
  }
}
