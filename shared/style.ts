import * as v from 'valibot'
import { StyleId } from './ids.ts'
import { pictureEntries } from './settings.ts'

/**
 * A trained LoRA on Replicate: `owner/name`, or `owner/name:version` with the 64 hex digits of one version. After a `+`
 * comes the address of a LoRA that a base model loads, as in `black-forest-labs/flux-dev-lora+huggingface.co/me/nua`.
 */
export const ModelName = v.pipe(
  v.string(),
  v.maxLength(500, 'The name of the model is too long.'),
  v.regex(
    /^[a-z0-9][a-z0-9._-]*\/[a-z0-9][a-z0-9._-]*(:[0-9a-f]{64})?(\+[\w.:/?=&%~@-]+)?$/i,
    'Write the model as owner/name or owner/name:version.',
  ),
)

/** What a new draft of a style starts from; she can change each in the panel. */
const defaultsEntries = {
  ...pictureEntries,
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
}

const name = v.pipe(v.string(), v.regex(/\S/, 'Give the style a name.'), v.maxLength(80))
const trigger = v.pipe(
  v.string(),
  v.regex(/^[\w-]{0,80}$/, 'A trigger word has letters, digits, _ and - only.'),
)
const template = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.regex(/\{brief\}/, 'The template needs {brief} where the brief goes.'),
)
/** The current version; none yet means that only the sample engine can draw the style. */
const model = v.nullable(ModelName)

/** A style as she writes it. */
export const WrittenStyle = v.object({
  name,
  trigger,
  template,
  model,
  defaults: v.object(defaultsEntries),
})

/** A style as it is stored. */
export const Style = v.object({ id: StyleId, ...WrittenStyle.entries })
export type Style = v.InferOutput<typeof Style>

/** A style as it comes in: a field that is not known is refused. */
export const StyleDraft = v.strictObject({
  name,
  trigger,
  template,
  model,
  defaults: v.strictObject(defaultsEntries),
})
export type StyleDraft = v.InferOutput<typeof StyleDraft>
