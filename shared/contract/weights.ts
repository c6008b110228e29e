import * as v from 'valibot'
import { DatasetId, StyleId } from '../ids.ts'
import { VersionNote } from '../style-version.ts'
import { Style } from '../style.ts'
import { weightRoutes } from './weight-routes.ts'

const StyleAnswer = v.object({ style: Style })
const whole = (from: number, to: number) => {
  const words = `A whole number from ${from} to ${to}.`
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,5}$/, words),
    v.transform(Number),
    v.minValue(from, words),
    v.maxValue(to, words),
  )
}

/** Weights that were trained elsewhere. */
export const weights = {
  importWeights: {
    ...weightRoutes.importWeights,
    summary:
      'Make a LoRA at an address a version of a style, for Replicate; its header is checked first.',
    status: 201,
    params: v.object({ id: StyleId }),
    body: v.strictObject({
      url: v.pipe(v.string(), v.url('Give the whole address.'), v.maxLength(400)),
      note: v.optional(VersionNote, ''),
    }),
  },
} as const

/** `POST /v1/styles/{id}/weights` takes the bytes of a `.safetensors` file and answers 201 with the style. */
export const uploadWeights = {
  method: 'POST',
  path: '/v1/styles/{id}/weights',
  summary:
    'Keep a .safetensors file and make it a version of a style, for an engine on this machine.',
  status: 201,
  params: v.object({ id: StyleId }),
  query: v.object({
    /** Of the file. */
    name: v.pipe(v.string(), v.regex(/\S/), v.maxLength(200)),
    note: v.optional(VersionNote, ''),
  }),
  response: StyleAnswer,
} as const

/** `GET /v1/datasets/{id}/versions/{version}/kit` answers with a ZIP. */
export const downloadKit = {
  method: 'GET',
  path: '/v1/datasets/{id}/versions/{version}/kit',
  summary:
    'A dataset version as a ZIP that trains as it is with ai-toolkit: pieces, configuration, and what to do.',
  status: 200,
  params: v.object({
    id: DatasetId,
    version: v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/, 'A whole number from 1.')),
  }),
  query: v.object({
    steps: v.optional(whole(1, 20_000), '1500'),
    rank: v.optional(whole(1, 128), '16'),
  }),
} as const
