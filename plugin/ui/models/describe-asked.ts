import type { ModelView } from '../../../shared/contract/index.ts'
import { formatPrice } from '../words/format-price.ts'
import { formatSeconds } from '../words/format-seconds.ts'
import type { AskedModel } from './asked-model.ts'

const describeKnown = ({ hasLora, capabilities }: ModelView): string => {
  const { loraScale, pricePerPicture, secondsPerPicture } = capabilities
  const strength = loraScale === null ? 'with a LoRA' : 'LoRA strength can be set'
  const what = hasLora
    ? `Draws pictures, ${strength}.`
    : 'This model has no LoRA: the style’s own look will be missing.'
  return `${what} One picture: ${formatPrice(pricePerPicture)}, ${formatSeconds(secondsPerPicture)}.`
}

/** What there is to say beside the name of a model that can be used, or might be. */
export const describeAsked = (asked: AskedModel): string => {
  switch (asked.state) {
    case 'asking':
      return 'Checking…'
    case 'known':
      return describeKnown(asked.model)
    case 'failed':
      return `Not checked. ${asked.words}`
  }
}
