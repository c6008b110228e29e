import { AspectRatio, SIZES } from '../../../../shared/aspect-ratio.ts'
import type { Capabilities } from '../../../../shared/contract/index.ts'
import { PER_SECOND, USUAL } from '../price/price-table.ts'

const { hardware, seconds } = USUAL.flux

/** What a trained Flux LoRA can do: shown until the model's own schema is read. */
export const USUAL_CAPABILITIES: Capabilities = {
  aspectRatios: AspectRatio.options.map((ratio) => ({ ratio, ...SIZES[ratio] })),
  formats: ['png', 'jpg'],
  steps: { min: 1, max: 50, step: 1 },
  guidance: { min: 0, max: 10, step: 0.1 },
  loraScale: { min: -1, max: 3, step: 0.05 },
  referenceUses: ['follow'],
  pricePerPicture: { usd: seconds * PER_SECOND[hardware].usd, estimate: true },
  secondsPerPicture: seconds,
}
