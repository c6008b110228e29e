import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../../server/engines/replicate/api/outcome.ts'
import { explainRefusal } from '../../../../server/engines/replicate/errors/explain-refusal.ts'
import { explainRunError } from '../../../../server/engines/replicate/errors/explain-run-error.ts'
import { REFUSAL_ROWS } from '../../../../server/engines/replicate/errors/refusal-rows.ts'
import { RUN_ERROR_ROWS } from '../../../../server/engines/replicate/errors/run-error-rows.ts'
import { TRAINING_ERROR_ROWS } from '../../../../server/engines/replicate/errors/training-error-rows.ts'
import { problems } from '../../../fakes/replicate/problems.ts'
import { RUN_ERRORS } from '../../../fakes/replicate/run-errors.ts'
import { containing } from './matchers.ts'

type Row = readonly [text: string, code: string, charged: string, retryable: boolean, words: RegExp]

const RUNS: readonly Row[] = [
  [RUN_ERRORS.filter, 'blocked_by_filter', 'yes', true, /false alarm.*another seed/],
  [RUN_ERRORS.fluxFilter, 'blocked_by_filter', 'yes', true, /false alarm/],
  [RUN_ERRORS.sensitive, 'blocked_by_filter', 'maybe', false, /does not allow.*Change the brief/],
  [RUN_ERRORS.interrupted, 'interrupted', 'maybe', true, /took the machine away/],
  [RUN_ERRORS.director, 'engine_failed', 'maybe', true, /itself had a problem/],
  [RUN_ERRORS.directorMemory, 'out_of_memory', 'yes', false, /smaller shape/],
  [RUN_ERRORS.directorStart, 'engine_failed', 'no', true, /could not start the model/],
  [RUN_ERRORS.cuda, 'out_of_memory', 'yes', false, /ran out of memory/],
  [RUN_ERRORS.memory, 'out_of_memory', 'yes', false, /ran out of memory/],
  [RUN_ERRORS.timedOut, 'engine_failed', 'yes', false, /30 minutes.*fewer steps/],
  [RUN_ERRORS.tarball, 'weights_failed', 'yes', false, /could not be downloaded/],
  [RUN_ERRORS.safetensors, 'weights_failed', 'yes', false, /could not be downloaded/],
  [RUN_ERRORS.weightsMissing, 'weights_failed', 'yes', false, /could not be downloaded/],
  [RUN_ERRORS.weightsRefused, 'weights_failed', 'yes', false, /private where it is kept/],
  [RUN_ERRORS.weightsKind, 'weights_failed', 'yes', false, /not one that the model understands/],
  [RUN_ERRORS.weightsUrl, 'weights_failed', 'yes', false, /not one that the model understands/],
  [RUN_ERRORS.huggingFaceUrl, 'weights_failed', 'yes', false, /not one that/],
  [RUN_ERRORS.civitaiUrl, 'weights_failed', 'yes', false, /not one that/],
  [RUN_ERRORS.huggingFace, 'weights_failed', 'yes', false, /could not be downloaded/],
  [RUN_ERRORS.manyWeights, 'weights_failed', 'yes', false, /exactly one/],
  [RUN_ERRORS.noWeights, 'weights_failed', 'yes', false, /exactly one/],
  [RUN_ERRORS.civitai, 'weights_failed', 'yes', false, /could not be downloaded/],
  [RUN_ERRORS.weightsKeys, 'weights_failed', 'yes', false, /another base model/],
  [RUN_ERRORS.customSize, 'invalid_request', 'yes', false, /did not take this size/],
  [RUN_ERRORS.notAnImage, 'invalid_request', 'yes', false, /could not read the reference/],
]

const TRAININGS: readonly Row[] = [
  [RUN_ERRORS.zip, 'invalid_request', 'maybe', false, /no training images/],
  [RUN_ERRORS.noImages, 'invalid_request', 'maybe', false, /no training images/],
  [RUN_ERRORS.noZip, 'invalid_request', 'maybe', false, /no training images/],
  [RUN_ERRORS.layers, 'invalid_request', 'maybe', false, /which layers/],
  [RUN_ERRORS.regex, 'invalid_request', 'maybe', false, /which layers/],
  [RUN_ERRORS.pretrained, 'invalid_request', 'maybe', false, /cannot start from this LoRA/],
  [RUN_ERRORS.resolution, 'invalid_request', 'maybe', false, /resolution/],
  [RUN_ERRORS.trainerOutage, 'engine_failed', 'maybe', true, /Try again later/],
  [RUN_ERRORS.readOnly, 'engine_failed', 'maybe', true, /Try again later/],
]

describe('an error of a run', () => {
  it.each(RUNS)('%s', (text, code, charged, retryable, words) => {
    const explained = explainRunError(text, null)
    expect(explained).toMatchObject({ code, charged, retryable })
    expect(explained.message).toMatch(words)
    expect(explained.message).toMatch(/charged/)
  })

  it.each(TRAININGS)('of a training: %s', (text, code, charged, retryable, words) => {
    const explained = explainRunError(text, null, TRAINING_ERROR_ROWS)
    expect(explained).toMatchObject({ code, charged, retryable })
    expect(explained.message).toMatch(words)
  })

  it('has a test for each row and for each text', () => {
    const rows = [...RUN_ERROR_ROWS, ...TRAINING_ERROR_ROWS]
    const texts = [...RUNS, ...TRAININGS].map(([text]) => text)
    expect(rows.filter(({ match }) => !texts.some((text) => match.test(text)))).toEqual([])
    expect(texts.sort()).toEqual(Object.values(RUN_ERRORS).sort())
  })

  it('that nobody knows says so, without its text', () => {
    const { message, ...rest } = explainRunError('KeyError: "r8_secret"', null)
    expect(rest).toEqual({ code: 'engine_failed', charged: 'maybe', retryable: true })
    expect(message).not.toContain('KeyError')
    expect(explainRunError(null, null).code).toBe('engine_failed')
    expect(explainRunError({ detail: RUN_ERRORS.cuda }, null).code).toBe('out_of_memory')
  })

  it('is charged as the run’s own time says', () => {
    expect(explainRunError(RUN_ERRORS.interrupted, 3)).toMatchObject({
      charged: 'yes',
      message: containing('Replicate charged for it.'),
    })
    expect(explainRunError(RUN_ERRORS.cuda, 0)).toMatchObject({
      charged: 'no',
      message: containing('Nothing was charged.'),
    })
  })
})

const outcomeOf = async (response: Response): Promise<Outcome> => {
  const { status, headers } = response
  const text = await response.text()
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    body = undefined
  }
  return { type: 'answer', status, headers, text, body }
}

const html = (status: number) => () => new Response('<h1>Sorry</h1>', { status })
const invalid = () =>
  problems.invalid([{ type: 'required', field: 'input', description: 'prompt is required' }])

const REFUSALS: readonly [name: string, () => Response, code: string, RegExp, boolean][] = [
  ['401', problems.unauthenticated, 'bad_token', /does not accept the token/, false],
  ['402', problems.noCredit, 'no_credit', /no credit left.*billing/, false],
  ['402 limit', problems.spendLimit, 'no_credit', /spend limit/, false],
  ['403', html(403), 'bad_token', /not allowed/, false],
  ['404', problems.notFound, 'model_not_found', /no such model.*private/, false],
  ['404 destination', problems.noDestination, 'model_not_found', /training should go into/, true],
  ['409', problems.modelExists, 'conflict', /already/, false],
  ['413', problems.fileTooLarge, 'payload_too_large', /too large/, false],
  ['422 version', problems.noVersion, 'version_gone', /was deleted/, false],
  ['422 disabled', problems.versionDisabled, 'version_gone', /switched this version.*off/, false],
  ['422 input', invalid, 'invalid_request', /did not take these settings/, false],
  ['429', () => problems.throttled(5, false), 'rate_limited', /slow down/, true],
  ['429 low credit', () => problems.throttled(5, true), 'rate_limited', /slow down/, true],
  ['500 HTML', html(500), 'engine_unavailable', /has a problem/, true],
  ['503', html(503), 'engine_unavailable', /has a problem/, true],
  ['418', html(418), 'bad_answer', /does not understand/, true],
]

describe('a refusal', () => {
  it.each(REFUSALS)('%s', async (_, response, code, words, retryable) => {
    const explained = explainRefusal(await outcomeOf(response()))
    expect(explained).toMatchObject({ code, charged: 'no', retryable })
    expect(explained.message).toMatch(words)
    expect(explained.message).toContain('Nothing was charged.')
  })

  it('has a test for each row', async () => {
    const outcomes = await Promise.all(REFUSALS.map(([, response]) => outcomeOf(response())))
    const said = outcomes.map((outcome) => explainRefusal(outcome).message)
    for (const { happened } of REFUSAL_ROWS)
      expect(said.some((message) => message.startsWith(happened))).toBe(true)
  })

  it('is said when nobody is there', () => {
    expect(explainRefusal({ type: 'silence', sent: false })).toMatchObject({
      code: 'engine_unavailable',
      message: containing('cannot be reached'),
    })
  })
})
