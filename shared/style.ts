import * as v from 'valibot'
import { StyleId } from './ids.ts'
import { ModelName } from './model-name.ts'
import { pictureEntries } from './settings.ts'
import { StyleVersion } from './style-version.ts'

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
/** Of the default version; none yet means that only the sample engine can draw the style. */
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
export const Style = v.object({
  id: StyleId,
  ...WrittenStyle.entries,
  /** Oldest first; each has a model of its own, and the default one has the style's. Absent: an older proxy. */
  versions: v.optional(v.array(StyleVersion), []),
})
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
