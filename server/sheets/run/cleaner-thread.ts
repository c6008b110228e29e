import { parentPort } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import { describeError } from '../../log.ts'
import { setUpSharp } from '../../set-up-sharp.ts'
import { cleanSheet } from '../clean-sheet.ts'
import { openModels } from '../text/open-models.ts'
import { encodeSheet } from './encode-sheet.ts'
import type { CleanRequest, CleanerMessage } from './messages.ts'

setUpSharp()
const models = openModels()

const say = (message: CleanerMessage): void => parentPort?.postMessage(message)

const clean = async ({ bytes, cells }: CleanRequest): Promise<void> => {
  try {
    const onProgress = (fraction: number, note: string) => say({ type: 'progress', fraction, note })
    const made = await cleanSheet(await models, bytes, { cells, onProgress })
    say({ type: 'done', sheet: await encodeSheet(made) })
  } catch (error) {
    const known = error instanceof AppError ? { code: error.code, message: error.message } : null
    say({ type: 'failed', error: known, frames: describeError(error).frames })
  }
}

parentPort?.on('message', (request: CleanRequest) => void clean(request))
