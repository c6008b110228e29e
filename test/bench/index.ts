import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { boardInHost } from './board-in-host.ts'
import { boardInStudio } from './board-in-studio.ts'
import { bundleSize } from './bundle-size.ts'
import { cleanSheets } from './clean-sheets.ts'
import { exportFrames } from './export-frames.ts'
import { Figures } from './figures.ts'
import { nearDuplicates } from './near-duplicates.ts'
import { judgementRates } from './judgement-rates.ts'
import { oldJobs } from './old-jobs.ts'
import { panelReady } from './panel-ready.ts'
import { placeInHost } from './place-in-host.ts'
import { placeInStudio } from './place-in-studio.ts'
import { proxyRequests } from './proxy-requests.ts'
import { replicateCrowd } from './replicate-crowd.ts'
import { replicateLoad } from './replicate-load.ts'
import { replicateToCanvas } from './replicate-to-canvas.ts'
import { thousandJobs } from './thousand-jobs.ts'

/** `npm run bench` measures everything; `npm run bench -- panel` only what has "panel" in its name. */
const wanted = process.argv[2] ?? ''
const measurements = [
  bundleSize,
  panelReady,
  placeInHost,
  placeInStudio,
  boardInHost,
  boardInStudio,
  exportFrames,
  replicateToCanvas,
  replicateCrowd,
  replicateLoad,
  proxyRequests,
  nearDuplicates,
  oldJobs,
  thousandJobs,
  judgementRates,
  cleanSheets,
].filter(({ name }) => name.includes(wanted))
const output = join(import.meta.dirname, '../.output/bench.json')

const results: Record<string, Figures> = {}
for (const { name, measure } of measurements) {
  const figures = v.parse(v.pipe(Figures, v.minEntries(1)), await measure())
  results[name] = figures
  console.log(name)
  for (const [figure, value] of Object.entries(figures))
    console.log(`  ${figure.padEnd(24)} ${Math.round(value * 100) / 100}`)
}
if (measurements.length === 0) throw new Error(`No measurement has "${wanted}" in its name.`)
await mkdir(join(output, '..'), { recursive: true })
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
await writeFile(output, JSON.stringify({ machine, at: new Date(), results }, null, 2))
