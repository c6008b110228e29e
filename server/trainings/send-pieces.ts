import { rm } from 'node:fs/promises'
import type { Trainers } from './trainers.ts'
import type { TrainingWork } from './training-work.ts'
import type { WriteArchive } from './write-archive.ts'

/** Makes the model and sends the pieces: nothing here is charged, and all of it may be done again. Throws AppError. */
export const sendPieces = async (
  { id, current, write, patiently, say, halt, closing }: TrainingWork,
  trainers: Trainers,
  writeArchive: WriteArchive,
): Promise<void> => {
  const { request, plan } = current()
  const stop = AbortSignal.any([halt, closing])
  say(null)
  const destination = await trainers.prepare(plan.style.id, request.destination, stop)
  const { path, name } = await patiently(() => writeArchive(id, request))
  try {
    if (stop.aborted) return
    const archive = await trainers.upload(path, name, stop)
    const { progress } = await write({ type: 'uploaded', archive, destination })
    if (progress.state !== 'starting') await trainers.discard(archive)
  } finally {
    await rm(path, { force: true })
  }
}
