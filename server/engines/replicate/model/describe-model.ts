import type { ModelView } from '../../../../shared/contract/index.ts'
import { priceOf } from '../price/price-of.ts'
import type { MeasuredTimes } from '../price/measured-times.ts'
import { capabilitiesOf } from './capabilities-of.ts'
import { FIELD_NAMES, findField } from './field-names.ts'
import type { ModelReference } from './model-reference.ts'
import type { ResolvedModel } from './resolved-model.ts'
import { modelKey } from './resolved-model.ts'
import { whyNoDrafts } from './why-no-drafts.ts'

const CANNOT_LOAD =
  'This model cannot load a LoRA from an address. Choose one that can, such as black-forest-labs/flux-dev-lora.'

export const describeModel = (
  { weights }: ModelReference,
  model: ResolvedModel,
  measured: MeasuredTimes,
): ModelView => {
  const { schema, name, version } = model
  const loads = findField(schema, FIELD_NAMES.weights) !== null
  return {
    name,
    pinned: weights === null ? modelKey(model) : `${modelKey(model)}+${weights}`,
    version,
    official: version === null,
    problem: whyNoDrafts(schema) ?? (weights !== null && !loads ? CANNOT_LOAD : null),
    hasLora: loads || findField(schema, FIELD_NAMES.loraScale) !== null,
    capabilities: capabilitiesOf(schema, priceOf(model, measured)),
  }
}
