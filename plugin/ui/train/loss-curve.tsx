import type { TrainingView } from '../../../shared/contract/index.ts'
import { smooth } from './smooth.ts'

type Losses = TrainingView['losses']

export type LossCurveProps = { readonly losses: Losses; readonly steps: number }

/** In units of the picture. */
const WIDTH = 300
const HEIGHT = 60

/** The loss over the steps, as it is and smoothed. It says how the training goes, not how good the drafts will be. */
export const LossCurve = ({ losses, steps }: LossCurveProps) => {
  const values = losses.map(({ loss }) => loss)
  const smoothed = smooth(values)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const pathOf = (heights: readonly number[]): string =>
    `M${heights
      .map((value, at) => {
        const x = ((losses[at]?.step ?? 0) / steps) * WIDTH
        const y = HEIGHT - ((value - low) / (high - low || 1)) * HEIGHT
        return `${x.toFixed(1)} ${y.toFixed(1)}`
      })
      .join('L')}`
  const last = smoothed.at(-1)?.toFixed(3) ?? ''
  return (
    <figure>
      <svg
        class="curve"
        viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Loss ${last}, from ${smoothed[0]?.toFixed(3) ?? ''}`}
      >
        <path d={pathOf(values)} />
        <path d={pathOf(smoothed)} />
      </svg>
      <figcaption class="row quiet">
        <span>Loss {last}, smoothed</span>
        <span>{steps.toLocaleString('en')} steps</span>
      </figcaption>
    </figure>
  )
}
