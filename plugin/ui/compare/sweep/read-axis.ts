import * as v from 'valibot'
import type { Capabilities } from '../../../../shared/contract/index.ts'
import { Brief } from '../../../../shared/generate-request.ts'
import { ModelName } from '../../../../shared/model-name.ts'
import { parseValues } from '../../../../shared/parse-values.ts'
import { Seed } from '../../../../shared/settings.ts'
import type { Style } from '../../../../shared/style.ts'
import type { Axis } from '../../../../shared/sweep.ts'
import { SWEEP_LIMIT } from '../../../../shared/sweep.ts'
import { chooseWildcards, countWildcards } from '../../../../shared/wildcards.ts'
import { versionName } from '../../draft/describe-version.ts'
import type { ChosenSetting } from './axis-names.ts'
import { AXIS_NAMES } from './axis-names.ts'

/** What values are read against. */
export type AxisSurroundings = {
  readonly capabilities: Capabilities
  readonly style: Pick<Style, 'versions'>
}

export type ReadAxis =
  | { readonly axis: Axis; readonly problem: null }
  /** In words. */
  | { readonly axis: null; readonly problem: string }

const found = (axis: Axis): ReadAxis => ({ axis, problem: null })
const wrong = (problem: string): ReadAxis => ({ axis: null, problem })

const partsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
]

type Range = { readonly min: number; readonly max: number }

const readNumbers = (
  name: string,
  text: string,
  range: Range | null,
  isWhole: boolean,
  make: (values: number[]) => Axis,
): ReadAxis => {
  if (range === null) return wrong(`This model has no ${name}`)
  const values = parseValues(text)
  if (values === null)
    return wrong(isWhole ? 'Write 1, 2, 3 or 1 to 4' : 'Write 0.6, 0.8 or 0.5 to 1 by 0.1')
  const outside = values.find((value) => value < range.min || value > range.max)
  if (outside !== undefined) return wrong(`From ${range.min} to ${range.max}`)
  if (isWhole && !values.every(Number.isInteger)) return wrong('Whole numbers only')
  return found(make([...values]))
}

const readVersions = (text: string, { versions }: Pick<Style, 'versions'>): ReadAxis => {
  const models = partsOf(text).map((part) => {
    const known = versions.find(({ number }) => `v${number}` === part.toLowerCase())
    return known?.model ?? part
  })
  const strange = models.find((model) => !v.safeParse(ModelName, model).success)
  if (models.length === 0 || strange !== undefined) {
    const names = versions
      .filter(({ state }) => state === 'active')
      .map(({ model }) => versionName(model, versions))
    const some = names.length > 0 ? names.join(', ') : 'owner/name'
    return wrong(
      strange === undefined ? `Write ${some}` : `There is no version ${strange}: write ${some}`,
    )
  }
  return found({ setting: 'version', values: [...new Set(models)] })
}

/** An axis from what she typed: for `words`, a brief with wildcards; a list or a range for the others. */
export const readAxis = (
  setting: ChosenSetting,
  text: string,
  { capabilities, style }: AxisSurroundings,
): ReadAxis => {
  const name = AXIS_NAMES[setting]
  switch (setting) {
    case 'loraScale':
    case 'guidance':
      return readNumbers(name, text, capabilities[setting], false, (values) => ({
        setting,
        values,
      }))
    case 'steps':
      return readNumbers(name, text, capabilities.steps, true, (values) => ({ setting, values }))
    case 'strength':
      return readNumbers(name, text, { min: 0, max: 1 }, false, (values) => ({ setting, values }))
    case 'seed': {
      const range = { min: 0, max: Seed.pipe[3].requirement }
      return readNumbers(name, text, range, true, (values) => ({ setting, values }))
    }
    case 'aspectRatio': {
      const ratios = capabilities.aspectRatios.map(({ ratio }) => ratio)
      const parts = partsOf(text)
      const values = ratios.filter((ratio) => parts.includes(ratio))
      return values.length === parts.length && values.length > 0
        ? found({ setting, values: values.sort((a, b) => parts.indexOf(a) - parts.indexOf(b)) })
        : wrong(`Write some of ${ratios.join(', ')}`)
    }
    case 'version':
      return readVersions(text, style)
    case 'words': {
      const count = countWildcards(text)
      if (count < 2) return wrong('Write {red|blue|green} in the brief')
      if (count > SWEEP_LIMIT)
        return wrong(`${count} mixtures: a sweep has at most ${SWEEP_LIMIT} pictures`)
      const briefs = Array.from({ length: count }, (_, at) => chooseWildcards(text, at))
      return briefs.every((brief) => v.is(Brief, brief))
        ? found({ setting, values: [...new Set(briefs)] })
        : wrong('Write words beside {red|blue}, too')
    }
  }
}

/** The values of an axis as she could have typed them; the brief stands for words. */
export const writeAxis = (
  axis: Axis,
  brief: string,
  { versions }: Pick<Style, 'versions'>,
): string => {
  switch (axis.setting) {
    case 'words':
      return brief
    case 'version':
      return axis.values.map((model) => versions.find((one) => one.model === model)).every(Boolean)
        ? axis.values.map((model) => versionName(model, versions)).join(', ')
        : axis.values.join(', ')
    case 'subject':
      return ''
    case 'loraScale':
    case 'guidance':
    case 'steps':
    case 'seed':
    case 'aspectRatio':
    case 'strength':
      return axis.values.join(', ')
  }
}
