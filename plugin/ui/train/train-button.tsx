import { usePanel } from '../panel-context.ts'
import { formatPrice } from '../words/format-price.ts'
import { formatSeconds } from '../words/format-seconds.ts'

/** Starts the training: what it costs and takes is on it; or why it cannot be pressed. */
export const TrainButton = () => {
  const { panel, training: room } = usePanel()
  const price = room.price.value
  const problem = room.problem.value ?? (room.isBusy.value ? 'One moment' : null)
  const facts =
    price === null
      ? null
      : `${formatPrice({ usd: price.usd, estimate: true })} · about ${formatSeconds(price.seconds)}`
  return (
    <div class="footer">
      <button
        class="press"
        aria-disabled={problem !== null}
        onClick={() => panel.attempt(room.press)}
      >
        <strong>Train {room.style.value?.name}</strong>
        <span>{problem ?? facts}</span>
      </button>
    </div>
  )
}
