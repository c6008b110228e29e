import type { Recipe } from './recipe.ts'
import { wordsApart } from './words-apart.ts'

/** A recipe as far as two can differ in what they were asked for. */
export type Compared = Pick<
  Recipe,
  'brief' | 'style' | 'version' | 'engine' | 'settings' | 'reference'
>

type Trait = {
  readonly name: string
  readonly of: (recipe: Compared, all: readonly Compared[]) => string
}

const SHORT = 8
const shortVersion = (version: string): string => {
  const [model = version, hash] = version.split(':')
  return hash === undefined ? model : `${model.split('/').at(-1) ?? model}:${hash.slice(0, SHORT)}`
}
const percent = (fraction: number): string => `${Math.round(fraction * 100)} % free`

/** In the order in which they matter to her. */
const TRAITS: readonly Trait[] = [
  { name: 'style', of: ({ style }) => style.name },
  { name: 'version', of: ({ version }) => (version === null ? 'none' : shortVersion(version)) },
  { name: 'engine', of: ({ engine }) => engine },
  {
    name: 'LoRA strength',
    of: ({ settings }) => (settings.loraScale === 0 ? 'none' : String(settings.loraScale)),
  },
  { name: 'guidance', of: ({ settings }) => String(settings.guidance) },
  { name: 'steps', of: ({ settings }) => String(settings.steps) },
  { name: 'shape', of: ({ settings }) => settings.aspectRatio },
  {
    name: 'reference',
    of: ({ reference }, all) => {
      if (reference === null) return 'none'
      const files = [...new Set(all.map((one) => one.reference?.file ?? null))].filter(Boolean)
      const which = files.length > 1 ? `${files.indexOf(reference.file) + 1}, ` : ''
      return which + percent(reference.strength)
    },
  },
  { name: 'seed', of: ({ settings }) => String(settings.seed) },
]

export type Difference = { readonly name: string; readonly value: string }

/**
 * What sets each of these drafts apart, and nothing that they share: one list for each, in the order of the recipes,
 * the words of the brief that are not in all of them first.
 */
export const whatDiffers = (recipes: readonly Compared[]): readonly (readonly Difference[])[] => {
  const words = wordsApart(recipes.map(({ brief }) => brief))
  const traits = TRAITS.map(({ name, of }) => ({
    name,
    values: recipes.map((recipe) => of(recipe, recipes)),
  })).filter(({ values }) => new Set(values).size > 1)
  const haveWords = new Set(words).size > 1
  return recipes.map((_, at) => [
    ...(haveWords ? [{ name: 'words', value: words[at] || '–' }] : []),
    ...traits.map(({ name, values }) => ({ name, value: values[at] ?? '' })),
  ])
}

/** A caption: `red · LoRA strength 0.8 · seed 12`; empty where nothing differs. */
export const captionOf = (differences: readonly Difference[]): string =>
  differences.map(({ name, value }) => (name === 'words' ? value : `${name} ${value}`)).join(' · ')
