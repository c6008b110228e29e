import { expect, test } from 'vitest'
import { builtPlugin } from './plugin/built-plugin.ts'

/** Bytes of both scripts, minified, that each capability may add to what Figma loads before the panel shows. */
const ALLOWED = {
  drafting: 120_000,
  /** References and their consent, what a model can do and costs, what was spent. */
  replicate: 11_000,
  /** Steering, marks, history and saved briefs. */
  compare: 40_000,
  /** Two pictures in the panel: by slider, blinking, where they differ, with equal faces. */
  viewer: 14_000,
  /** What lies side by side on the canvas: copies, layouts, captions, refreshing around what is hers. */
  boards: 22_000,
  /** Sweeps and version tests. */
  sweeps: 38_000,
  /** Training pictures from finished frames, their captions, the dataset that they go to, and its checks. */
  dataset: 49_600,
  /** An existing ZIP, or a folder that becomes one, on its way into the dataset. */
  imports: 10_000,
  /** Trainers and trainings, checks and price before the press, progress, versions and their lineage, kit and import. */
  train: 24_400,
  /** Exams, what a version copies and how its colours lie, and going on with another version. */
  exam: 10_400,
  /** Design sheets: sent or taken from the canvas, cleaned, reviewed with boxes to be moved, kept. */
  sheets: 16_000,
  /** What puts pictures into words, and what it says: captions, and briefs from photos. */
  describe: 4_000,
}

test('the plugin stays small', { timeout: 60_000 }, async () => {
  const { main, ui } = await builtPlugin()
  expect(Buffer.byteLength(main) + Buffer.byteLength(ui)).toBeLessThanOrEqual(
    Object.values(ALLOWED).reduce((sum, bytes) => sum + bytes),
  )
})
