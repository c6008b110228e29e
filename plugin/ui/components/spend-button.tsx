import type { ComponentChildren } from 'preact'
import type { Cost } from '../../../shared/recipe.ts'
import { usePanel } from '../panel-context.ts'
import { whyOverLimit } from '../spending/why-over-limit.ts'
import { formatPrice } from '../words/format-price.ts'

export type SpendButtonProps = {
  readonly price: Cost
  /** Why it cannot be pressed, in words, whatever it costs. */
  readonly problem?: string | null
  readonly isPrimary?: boolean
  readonly onClick: () => void
  readonly children: ComponentChildren
}

/** A button with its price on it; not to be pressed where the proxy would refuse that price. */
export const SpendButton = ({
  price,
  problem = null,
  isPrimary = false,
  onClick,
  children,
}: SpendButtonProps) => {
  const { spending } = usePanel().panel
  const why = problem ?? whyOverLimit(price.usd, spending.figures.value)
  return (
    <button
      class={isPrimary ? 'button primary' : 'button'}
      aria-disabled={why !== null}
      title={why ?? undefined}
      onClick={() => why === null && onClick()}
    >
      {children} · {formatPrice(price)}
    </button>
  )
}
