import { expect, test } from 'vitest'
import { examinedVersions } from '../../../../plugin/ui/train/exam/examined-versions.ts'
import { FIRST_STYLE } from '../../../../shared/first-style.ts'

type Style = typeof FIRST_STYLE

const ORIGINS = {
  typed: { type: 'typed' },
  imported: { type: 'imported', name: 'x.safetensors' },
  training: { type: 'training', training: 't', dataset: 'd', datasetVersion: 1 },
} as const
/** Versions from 1 on, by where they came from; `-` is a retired one. */
const styleOf = (model: string | null, ...kinds: readonly string[]): Style =>
  ({
    ...FIRST_STYLE,
    model,
    versions: kinds.map((kind, at) => ({
      number: at + 1,
      model: `v${at + 1}`,
      state: kind.startsWith('-') ? 'retired' : 'active',
      origin: ORIGINS[kind.replace('-', '') as keyof typeof ORIGINS],
    })),
  }) as unknown as Style

test.each([
  ['the default with the newest', styleOf('v1', 'typed', 'training', 'training'), ['v1', 'v3']],
  ['the one before a default', styleOf('v3', 'typed', 'training', 'training'), ['v2', 'v3']],
  ['what is not retired', styleOf('v1', 'training', 'training', '-training'), ['v1', 'v2']],
  ['the usual model with the first', styleOf(null, 'training'), ['usual', 'v1']],
  ['what was trained elsewhere', styleOf('v1', 'training', 'imported'), ['v1', 'v2']],
] as const)('an exam compares %s', (_, style, models) => {
  expect(examinedVersions(style, 'usual')?.models).toEqual(models)
})

test('there is no exam where nothing was trained, and no pieces where nobody knows them', () => {
  expect(examinedVersions(styleOf('v1', 'typed'), null)).toBe(null)
  expect(examinedVersions(styleOf(null, 'imported'), null)).toMatchObject({
    origin: null,
    models: ['v1'],
  })
})
