import type { ComponentChildren } from 'preact'
import { REASON_WORDS } from '../../../../shared/describe-mark.ts'
import type { Mark } from '../../../../shared/mark.ts'
import { RejectReason } from '../../../../shared/mark.ts'
import type { Layer } from '../../../../shared/selection.ts'
import { KeyButton } from '../../components/key-button.tsx'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { recipesOf } from './recipes-of.ts'

const commonMark = (layers: readonly Layer[]): Mark | null => {
  const [first, ...others] = layers.map(({ mark }) => mark)
  const text = JSON.stringify(first)
  return first != null && others.every((mark) => JSON.stringify(mark) === text) ? first : null
}

export type MarkRowProps = {
  readonly layers: readonly Layer[]
  /** What else there is to press, in the same row. */
  readonly children?: ComponentChildren
}

/** Star or reject the selected drafts; the same press again takes it back. */
export const MarkRow = ({ layers, children }: MarkRowProps) => {
  const { panel, drafting } = usePanel()
  const isAsking = useSignal(false)
  const mark = commonMark(layers)
  const put = (next: Mark | null) => {
    isAsking.value = false
    panel.attempt(() => drafting.steering.mark(recipesOf(layers), next))
  }
  const star = () => put(mark?.kind === 'star' ? null : { kind: 'star' })
  const reject = () => {
    if (mark?.kind === 'reject') put(null)
    else isAsking.value = !isAsking.value
  }
  const because = (reason: RejectReason) => () => put({ kind: 'reject', reason })
  return (
    <>
      <div class="actions">
        <KeyButton hotkey="S" isOn={mark?.kind === 'star'} onClick={star}>
          ★ Star
        </KeyButton>
        <KeyButton hotkey="X" isOn={mark?.kind === 'reject'} onClick={reject}>
          ✕ {mark?.kind === 'reject' ? `Rejected: ${REASON_WORDS[mark.reason]}` : 'Reject'}
        </KeyButton>
        {children}
      </div>
      {isAsking.value && (
        <div class="actions" role="group" aria-label="Why">
          {RejectReason.options.map((reason, at) => (
            <KeyButton key={reason} hotkey={String(at + 1)} onClick={because(reason)}>
              {REASON_WORDS[reason]}
            </KeyButton>
          ))}
        </div>
      )}
    </>
  )
}
