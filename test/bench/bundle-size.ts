import { buildPlugin } from '../plugin/build-plugin.ts'
import type { Measurement } from './figures.ts'

export const bundleSize: Measurement = {
  name: 'plugin bundles',
  measure: async () => {
    const { main, ui } = await buildPlugin()
    const [mainBytes, uiBytes] = [Buffer.byteLength(main), Buffer.byteLength(ui)]
    return { mainBytes, uiBytes, totalBytes: mainBytes + uiBytes }
  },
}
