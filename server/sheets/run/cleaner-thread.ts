import { parentPort } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import { describeError } from '../../log.ts'
import { setUpSharp } from '../../set-up-sharp.ts'
import { cleanSheet } from '../clean-sheet.ts'
import { openTesseract } from '../read/open-tesseract.ts'
import { readWithModels } from '../read/read-with-models.ts'
import type { Reader } from '../read/readers.ts'
import { openModels } from '../text/open-models.ts'
import { encodeSheet } from './encode-sheet.ts'
import type { CleanerMessage, CleanerOrder, CleanerResult, CleanerTask } from './messages.ts'

setUpSharp()
const models = openModels()
/** Loaded when it is first needed: cleaning does without. */
let tesseract: Promise<Reader> | null = null

let isEnding = false
let isBusy = false

const say = (message: CleanerMessage): void => parentPort?.postMessage(message)

/** Ends the thread, and only this; not before the models are loaded, which cannot be stopped. */
const leave = (): void => void Promise.allSettled([models]).then(() => process.exit())

const run = async (task: CleanerTask): Promise<CleanerResult> => {
  if (task.type === 'clean') {
    const onProgress = (fraction: number, note: string) => {
      if (isEnding) throw new AppError('canceled', 'Cleaning was stopped.')
      say({ type: 'progress', fraction, note })
    }
    const made = await cleanSheet(await models, task.bytes, { cells: task.cells, onProgress })
    return { type: 'cleaned', sheet: await encodeSheet(made) }
  }
  switch (task.reader) {
    case 'pp-ocr-4':
      return { type: 'read', texts: await readWithModels(await models, task.bytes) }
    case 'tesseract-7':
      return { type: 'read', texts: await (await (tesseract ??= openTesseract()))(task.bytes) }
  }
}

const work = async (task: CleanerTask): Promise<void> => {
  isBusy = true
  try {
    say(await run(task))
  } catch (error) {
    const known = error instanceof AppError ? { code: error.code, message: error.message } : null
    say({ type: 'failed', error: known, frames: describeError(error).frames })
  } finally {
    isBusy = false
    if (isEnding) leave()
  }
}

parentPort?.on('message', (order: CleanerOrder) => {
  if (order.type !== 'end') return void work(order)
  isEnding = true
  if (!isBusy) leave()
})
