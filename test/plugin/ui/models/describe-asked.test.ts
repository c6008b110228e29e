import { expect, test } from 'vitest'
import { describeAsked } from '../../../../plugin/ui/models/describe-asked.ts'
import { USUAL_CAPABILITIES } from '../../../../server/engines/replicate/model/usual-capabilities.ts'

const capabilities = {
  ...USUAL_CAPABILITIES,
  pricePerPicture: { usd: 0.04, estimate: true },
  secondsPerPicture: 12,
}
const model = {
  name: 'maker/nua',
  pinned: 'maker/nua',
  version: null,
  official: true,
  problem: null,
  hasLora: true,
  capabilities,
}
const failed = {
  state: 'failed',
  code: 'proxy_unreachable',
  words: 'The Maquette proxy cannot be reached.',
} as const

test.each([
  [{ state: 'asking' } as const, 'Checking…'],
  [
    { state: 'known', model } as const,
    'Draws pictures, LoRA strength can be set. One picture: about $0.04 (estimate), 12 s.',
  ],
  [
    { state: 'known', model: { ...model, hasLora: false } } as const,
    'This model has no LoRA: the style’s own look will be missing. One picture: about $0.04 (estimate), 12 s.',
  ],
  [failed, 'Not checked. The Maquette proxy cannot be reached.'],
])('what there is to say of a model, in words (%#)', (asked, words) => {
  expect(describeAsked(asked)).toBe(words)
})
