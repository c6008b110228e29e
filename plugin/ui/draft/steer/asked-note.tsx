import { Note } from '../../components/note.tsx'
import { usePanel } from '../../panel-context.ts'
import { countOf } from '../../words/count-of.ts'
import { formatPrice } from '../../words/format-price.ts'
import { describeStep } from './describe-step.ts'
import type { StepButtonsProps } from './step-buttons.tsx'

/** What the relaunch button on a draft was pressed for, with the price that had no room there. */
export const AskedNote = ({ node, recipe }: StepButtonsProps) => {
  const { panel, drafting } = usePanel()
  const { steering } = drafting
  const action = steering.asked.value
  const price = steering.capabilitiesOf(recipe)?.pricePerPicture
  if (action === null || action === 'change' || price === undefined) return null
  const step = { action }
  const count = steering.countOf(step)
  const problem = steering.problem(recipe, step)
  const forget = () => (steering.asked.value = null)
  return (
    <Note
      tone="info"
      title={describeStep(recipe.brief, step)}
      actions={
        <>
          <button
            class="button primary"
            aria-disabled={problem !== null}
            onClick={() => {
              forget()
              panel.attempt(() => steering.take(node, recipe, step))
            }}
          >
            Draft {countOf(count, 'picture')}
          </button>
          <button class="button" onClick={forget}>
            Not now
          </button>
        </>
      }
    >
      {problem ?? formatPrice({ ...price, usd: price.usd * count })}
    </Note>
  )
}
