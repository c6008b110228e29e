import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import * as v from 'valibot'
import { createLookThread } from './create-look-thread.ts'
import { LookTask } from './look-messages.ts'

// One picture at a time, and nothing of it is kept.
sharp.concurrency(1)
sharp.cache(false)

const run = createLookThread()
parentPort?.on('message', (message: unknown) => {
  void run(v.parse(LookTask, message)).then((answer) => parentPort?.postMessage(answer))
})
