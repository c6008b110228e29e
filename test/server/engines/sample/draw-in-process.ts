import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { createSampleEngine } from '../../../../server/engines/sample/create-sample-engine.ts'
import { Json } from '../../../../shared/json.ts'
import { NO_FILES } from './no-files.ts'

/** Watches the run whose handle is its one argument and prints the SHA-256 of the picture. */
const handle = v.parse(Json, JSON.parse(process.argv[2] ?? 'null'))
const engine = createSampleEngine({ durationMs: 0, files: NO_FILES, now: Date.now })
for await (const event of engine.watch(handle, new AbortController().signal))
  if (event.type === 'finished')
    process.stdout.write(createHash('sha256').update(event.bytes).digest('hex'))
