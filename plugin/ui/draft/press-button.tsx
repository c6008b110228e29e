import { usePanel } from '../panel-context.ts'
import { countOf } from '../words/count-of.ts'
import { formatPrice } from '../words/format-price.ts'
import { formatSeconds } from '../words/format-seconds.ts'

/** The one button: what it does, what that costs, how large and how long; or why it cannot be pressed. */
export const PressButton = () => {
  const { panel, drafting } = usePanel()
  const resolved = drafting.resolved.value
  const problem = drafting.problem.value
  const count = resolved?.count ?? drafting.form.form.value.count
  const facts = () => {
    if (resolved === null) return null
    const { pricePerPicture, secondsPerPicture } = resolved.capabilities
    const price = formatPrice({ ...pricePerPicture, usd: pricePerPicture.usd * count })
    const { width, height } = resolved.size
    return `${price} · ${width} × ${height} · about ${formatSeconds(secondsPerPicture)}`
  }
  return (
    <div class="footer">
      {resolved?.engine.sample === true && (
        <div class="sample">Sample engine: pictures are drawn by code, not by AI</div>
      )}
      <button
        class="press"
        aria-disabled={problem !== null}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={() => panel.attempt(drafting.press)}
      >
        <strong>Draft {countOf(count, 'picture')}</strong>
        <span>{problem ?? facts()}</span>
      </button>
    </div>
  )
}
