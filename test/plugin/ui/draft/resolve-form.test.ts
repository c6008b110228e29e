import { expect, test } from 'vitest'
import { newForm } from '../../../../plugin/ui/draft/new-form.ts'
import { pressProblem } from '../../../../plugin/ui/draft/press-problem.ts'
import { resolveForm } from '../../../../plugin/ui/draft/resolve-form.ts'
import { SIZES } from '../../../../shared/aspect-ratio.ts'
import type { Selection } from '../../../../shared/selection.ts'
import type { ModelView, Status } from '../../../../shared/contract/index.ts'
import type { DraftForm } from '../../../../shared/draft-form.ts'
import { FIRST_STYLE } from '../../../../shared/first-style.ts'
import { NO_SELECTION } from '../../../fakes/scripted-canvas.ts'

const status: Status = {
  version: '1.0.0',
  engines: [
    {
      id: 'sample',
      label: 'Sample',
      sample: true,
      remote: false,
      capabilities: {
        aspectRatios: (['1:1', '4:5', '16:9'] as const).map((ratio) => ({
          ratio,
          ...SIZES[ratio],
        })),
        formats: ['png'],
        steps: { min: 1, max: 20, step: 1 },
        guidance: null,
        loraScale: { min: 0, max: 1, step: 0.1 },
        referenceUses: [],
        pricePerPicture: { usd: 0, estimate: false },
        secondsPerPicture: 2,
      },
    },
  ],
  defaultEngine: 'sample',
  styles: [FIRST_STYLE],
  limits: { count: 4, briefLength: 2000, uploadBytes: 1, sidePixels: 1 },
}
const form = { ...newForm(FIRST_STYLE), brief: 'a cook' }
const frame = (width: number, height: number) => ({
  ...NO_SELECTION,
  count: 1,
  first: { node: '1:1', name: 'Frame', width, height },
})

const resolve = (form: DraftForm, selection: Selection) =>
  resolveForm(form, {
    status,
    selection,
    modelOf: () => null,
    origin: 'http://localhost:8787',
    consent: null,
  })

test('the shape is the selected frame’s, among those that the engine draws', () => {
  expect(resolve(form, frame(800, 1000))?.ratio).toBe('4:5')
  expect(resolve(form, frame(3000, 100))?.ratio).toBe('16:9')
  expect(resolve(form, frame(0, 0))?.ratio).toBe('1:1')
  expect(resolve(form, NO_SELECTION)?.ratio).toBe('1:1')
})

test('a chosen shape wins over the frame, unless the engine cannot draw it', () => {
  const chosen = (aspectRatio: '16:9' | '9:21') =>
    resolve({ ...form, aspectRatio }, frame(800, 1000))
  expect(chosen('16:9')?.size).toEqual(SIZES['16:9'])
  expect(chosen('9:21')?.ratio).toBe('4:5')
})

test('settings are brought into the engine’s ranges, and what it lacks stays as it was', () => {
  const { settings } = resolve({ ...form, format: 'jpg', loraScale: 3 }, NO_SELECTION)!
  expect(settings).toEqual({
    aspectRatio: '1:1',
    format: 'png',
    steps: 20,
    guidance: 3,
    loraScale: 1,
  })
})

test('only a locked seed is sent', () => {
  const seedOf = (locked: boolean) =>
    resolve({ ...form, seed: { locked, value: 7 } }, NO_SELECTION)?.settings.seed
  expect(seedOf(false)).toBeUndefined()
  expect(seedOf(true)).toBe(7)
})

test('a style that is gone gives way to the first one', () => {
  const gone = { ...form, style: 'gone' as typeof FIRST_STYLE.id }
  expect(resolve(gone, NO_SELECTION)?.style.id).toBe('nua')
})

test('a model that is known is drawn with as it can, one that is not yet as the engine usually can', () => {
  const [engine] = status.engines
  const capabilities = {
    ...engine!.capabilities,
    steps: { min: 1, max: 8, step: 1 },
    loraScale: { min: -1, max: 3, step: 0.1 },
    pricePerPicture: { usd: 0.04, estimate: true },
  }
  const model: ModelView = {
    name: 'you/lora',
    pinned: 'you/lora',
    version: null,
    official: true,
    problem: null,
    hasLora: true,
    capabilities,
  }
  const paid: Status = { ...status, engines: [{ ...engine!, sample: false }] }
  const drawn = (version: string) =>
    resolveForm(
      { ...form, version, loraScale: 3 },
      {
        status: paid,
        selection: NO_SELECTION,
        modelOf: (name) => (name === 'you/lora' ? model : null),
        origin: 'http://localhost:8787',
        consent: null,
      },
    )!
  expect(drawn('you/lora').capabilities).toEqual(capabilities)
  expect(drawn('you/lora').settings).toMatchObject({ steps: 8, loraScale: 3 })
  expect(drawn('you/other').capabilities).toEqual(engine!.capabilities)
  expect(drawn('you/other').settings).toMatchObject({ steps: 20, loraScale: 1 })
})

const resolved = resolve(form, NO_SELECTION)!
const paid = { ...resolved, engine: { ...resolved.engine, sample: false } }

test.each([
  [form, resolved, 'connected', null],
  [{ ...form, brief: ' \n' }, resolved, 'connected', 'Write a brief first'],
  [
    { ...form, brief: 'x'.repeat(2001) },
    resolved,
    'connected',
    'The brief is 1 character too long',
  ],
  [form, null, 'connected', 'The proxy has no style to draw in'],
  [form, paid, 'connected', 'This style has no trained version yet'],
  [form, { ...paid, model: 'you/lora' }, 'connected', null],
  [form, resolved, 'not-running', 'Waiting for the proxy'],
  [form, resolved, 'token-needed', 'Paste the token in Settings first'],
] as const)('the button says why it cannot be pressed (%#)', (form, resolved, state, words) => {
  expect(pressProblem(form.brief, resolved, state, null)).toBe(words)
})

test('the prompt shows the first options of a brief’s wildcards', () => {
  const words = { ...form, brief: 'a cat in a {red|blue} cape' }
  expect(resolve(words, NO_SELECTION)?.prompt).toContain('a cat in a red cape')
})
