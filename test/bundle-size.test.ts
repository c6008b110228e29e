import { expect, test } from 'vitest'
import { buildPlugin } from './plugin/build-plugin.ts'

/** Bytes of both scripts, minified: what Figma loads before the panel shows. */
const LIMIT = 120_000

test('the plugin stays small', { timeout: 60_000 }, async () => {
  const { main, ui } = await buildPlugin()
  expect(Buffer.byteLength(main) + Buffer.byteLength(ui)).toBeLessThanOrEqual(LIMIT)
})
