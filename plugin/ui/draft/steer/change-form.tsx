import { useEffect, useRef } from 'preact/hooks'
import type { Recipe } from '../../../../shared/recipe.ts'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { formatPrice } from '../../words/format-price.ts'
import { describeStep } from './describe-step.ts'

export type ChangeFormProps = {
  readonly node: string
  readonly recipe: Recipe
  readonly onClose: () => void
}

/** The draft's brief to be edited: the same seed draws it, so that little else changes. */
export const ChangeForm = ({ node, recipe, onClose }: ChangeFormProps) => {
  const { panel, drafting } = usePanel()
  const { steering } = drafting
  const brief = useSignal(recipe.brief)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const step = { action: 'change', brief: brief.value } as const
  const problem = steering.problem(recipe, step)
  const price = steering.capabilitiesOf(recipe)?.pricePerPicture
  const send = () => {
    if (problem !== null) return
    onClose()
    panel.attempt(() => steering.take(node, recipe, step))
  }
  return (
    <div
      class="change"
      onKeyDown={(event) => {
        if (event.isComposing) return
        const isSend = event.key === 'Enter' && (event.metaKey || event.ctrlKey)
        if (!isSend && event.key !== 'Escape') return
        event.preventDefault()
        if (isSend) send()
        else onClose()
      }}
    >
      <textarea
        ref={field}
        aria-label="Brief with one thing changed"
        rows={2}
        dir="auto"
        value={brief.value}
        onInput={(event) => (brief.value = event.currentTarget.value)}
      />
      <div class="row">
        <div class="quiet" role="status">
          {problem ?? describeStep(recipe.brief, step)}
        </div>
        <button class="button" aria-disabled={problem !== null} onClick={send}>
          Draft it{price === undefined || price.usd === 0 ? '' : ` · ${formatPrice(price)}`}
        </button>
      </div>
    </div>
  )
}
