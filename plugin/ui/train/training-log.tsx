import { useEffect } from 'preact/hooks'
import type { TrainingId } from '../../../shared/ids.ts'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { wordsOf } from '../words/words-of.ts'

export type TrainingLogProps = { readonly id: TrainingId; readonly isOver: boolean }

/** How often it is asked for while it grows. Milliseconds. */
const AGAIN = 5000

/** What the trainer prints, for whoever wants to know. */
export const TrainingLog = ({ id, isOver }: TrainingLogProps) => {
  const { panel, training: room } = usePanel()
  const log = useSignal<string | null>(null)
  useEffect(() => {
    let callOff = () => {}
    let isGone = false
    const read = async () => {
      const next = await room.log(id).catch(wordsOf)
      if (isGone) return
      log.value = next
      if (!isOver) callOff = panel.clock.after(AGAIN, () => void read())
    }
    void read()
    return () => {
      isGone = true
      callOff()
    }
  }, [room, id, isOver])
  return (
    <pre class="log" tabIndex={0} aria-label="Log">
      {log.value === '' ? 'Nothing was printed yet.' : (log.value ?? 'Asking…')}
    </pre>
  )
}
