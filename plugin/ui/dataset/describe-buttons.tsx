import type { DescriberView } from '../../../shared/contract/description-views.ts'
import type { FileId } from '../../../shared/ids.ts'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { formatPrice } from '../words/format-price.ts'

export type DescribeButtonsProps = {
  readonly picture: () => Promise<FileId>
  /** What is known of it besides its pixels. */
  readonly hints: readonly string[]
  readonly onText: (caption: string) => void
}

const priceOf = ({ price }: DescriberView): string =>
  price.usd === 0 ? '' : ` · ${formatPrice(price)}`

/** A caption from a look at the picture: by whom, and what it costs. */
export const DescribeButtons = ({ picture, hints, onText }: DescribeButtonsProps) => {
  const { panel, dataset } = usePanel()
  const { describing, style } = dataset
  const isBusy = useSignal(false)
  const describe = (engine: DescriberView['id']) => () => {
    const chosen = style.value
    if (isBusy.value || chosen === null) return
    isBusy.value = true
    panel.attempt(async () => {
      try {
        const file = await picture()
        onText(await describing.describe(engine, { file, style: chosen.id, hints }))
      } finally {
        isBusy.value = false
      }
    })
  }
  return (
    <>
      {describing.describers.value.map((describer) => (
        <button
          key={describer.id}
          class="button"
          aria-disabled={isBusy.value || describer.trouble !== null}
          title={describer.trouble ?? undefined}
          onClick={describer.trouble === null ? describe(describer.id) : undefined}
        >
          Describe: {describer.label}
          {priceOf(describer)}
        </button>
      ))}
    </>
  )
}
