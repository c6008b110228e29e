import type { FileId } from '../../../../shared/ids.ts'
import type { Panel } from '../../panel.ts'
import type { TrainedOrigin } from './examined-versions.ts'

type Answer = Awaited<ReturnType<Panel['api']['judge']>>

/** Between two questions while pictures are looked through. Milliseconds. */
const AGAIN = 500

/** Asks how pictures compare with what a version was trained on, until nothing is pending. Returns the way to stop. */
export const followJudgements = (
  { api, clock, canvas }: Pick<Panel, 'api' | 'clock' | 'canvas'>,
  { dataset, datasetVersion }: TrainedOrigin,
  files: readonly FileId[],
  onAnswer: (answer: Answer) => void,
  onError: (error: unknown) => void,
): (() => void) => {
  let isOver = false
  let callOff = () => {}
  const ask = async (colours: readonly string[]): Promise<void> => {
    const body = { dataset, datasetVersion, files: [...files], colours: [...colours] }
    const answer = await api.judge({ body })
    if (isOver) return
    onAnswer(answer)
    if (answer.pending.length > 0)
      callOff = clock.after(AGAIN, () => void ask(colours).catch(onError))
  }
  const begin = async () => ask(await canvas.readColours(undefined))
  void begin().catch((error: unknown) => {
    if (!isOver) onError(error)
  })
  return () => {
    isOver = true
    callOff()
  }
}
