import * as v from 'valibot'
import { systemClock } from '../../../server/clock.ts'
import { createFastClock } from '../fast-clock.ts'
import { createKillSwitch } from './kill-switch.ts'
import { watchDatabase } from './watch-database.ts'
import { watchEngine } from './watch-engine.ts'
import { watchFiles } from './watch-files.ts'

/**
 * Loaded before the proxy's own code, by `node --import`: its clock runs fast, and it is killed at a point that lies
 * between two of its calls, where nothing from outside could aim.
 */
const Environment = v.object({
  KILL_AT: v.string(),
  KILL_TIMES: v.pipe(v.string(), v.transform(Number)),
  CLOCK_SINCE: v.pipe(v.string(), v.transform(Number)),
})

const settings = v.parse(Environment, process.env)
Object.assign(systemClock, createFastClock(settings.CLOCK_SINCE))
const reach = createKillSwitch(settings.KILL_AT, settings.KILL_TIMES)
watchDatabase(reach, systemClock.now())
watchFiles(reach)
watchEngine(reach)
