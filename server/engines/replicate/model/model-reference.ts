import * as v from 'valibot'
import { AppError } from '../../../../shared/errors.ts'
import { LOCAL_OWNER, ModelName } from '../../../../shared/model-name.ts'

/**
 * What a style's model name says: `owner/name` runs the newest version, `owner/name:version` that one, and
 * `owner/name+weights` loads a LoRA into a base model, such as
 * `black-forest-labs/flux-dev-lora+https://huggingface.co/me/nua/resolve/main/lora.safetensors`.
 */
export type ModelReference = {
  readonly owner: string
  readonly name: string
  /** 64 hex digits; null: the newest. */
  readonly version: string | null
  /** An address of LoRA weights, as the base model takes it; null: the model is trained itself. */
  readonly weights: string | null
}

const LOCAL =
  'This version is a file on the proxy, and Replicate cannot draw with it. Nothing was charged. Put the file where Replicate can download it, and import it by its address.'

/** Throws AppError `model_not_found`. */
export const parseModelReference = (text: string): ModelReference => {
  const plus = text.indexOf('+')
  const model = plus < 0 ? text : text.slice(0, plus)
  const [path = '', version = null] = model.split(':')
  const [owner, name] = path.split('/')
  if (!v.is(ModelName, text) || owner === undefined || name === undefined)
    throw new AppError(
      'model_not_found',
      'This is not the name of a model on Replicate. Nothing was charged. Write it as owner/name or owner/name:version.',
    )
  if (owner === LOCAL_OWNER) throw new AppError('model_not_found', LOCAL)
  return { owner, name, version, weights: plus < 0 ? null : text.slice(plus + 1) }
}
