import * as v from 'valibot'

const Time = v.pipe(v.string(), v.isoTimestamp())
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]{26}$/))
const Hex64 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const Url = v.pipe(v.string(), v.url())
const Status = v.picklist(['starting', 'processing', 'succeeded', 'failed', 'canceled', 'aborted'])

/** A prediction, by the service's OpenAPI document; an unknown name is an error. */
export const WirePrediction = v.strictObject({
  id: Id,
  model: v.string(),
  version: v.union([Hex64, v.literal('hidden')]),
  input: v.record(v.string(), v.unknown()),
  output: v.unknown(),
  data_removed: v.boolean(),
  error: v.nullable(v.string()),
  status: Status,
  source: v.picklist(['web', 'api']),
  created_at: Time,
  started_at: v.optional(Time),
  completed_at: v.optional(Time),
  deadline: v.optional(Time),
  logs: v.optional(v.nullable(v.string())),
  metrics: v.optional(
    v.objectWithRest({ total_time: v.optional(v.number()) }, v.union([v.number(), v.string()])),
  ),
  urls: v.strictObject({ web: Url, get: Url, cancel: Url, stream: v.optional(Url) }),
})

export const WireTraining = v.strictObject({
  id: Id,
  model: v.string(),
  version: Hex64,
  input: v.record(v.string(), v.unknown()),
  output: v.nullable(v.strictObject({ version: v.string(), weights: v.string() })),
  error: v.nullable(v.string()),
  status: Status,
  source: v.picklist(['web', 'api']),
  created_at: Time,
  started_at: v.optional(Time),
  completed_at: v.optional(Time),
  logs: v.nullable(v.string()),
  metrics: v.strictObject({
    predict_time: v.optional(v.number()),
    total_time: v.optional(v.number()),
  }),
  urls: v.strictObject({ get: Url, cancel: Url }),
})

export const WireVersion = v.strictObject({
  id: Hex64,
  created_at: Time,
  cog_version: v.nullable(v.string()),
  openapi_schema: v.looseObject({
    components: v.strictObject({
      schemas: v.looseObject({
        Input: v.strictObject({
          type: v.literal('object'),
          title: v.literal('Input'),
          required: v.optional(v.array(v.string())),
          properties: v.record(v.string(), v.looseObject({ 'x-order': v.number() })),
        }),
        Output: v.looseObject({ title: v.literal('Output') }),
      }),
    }),
  }),
})

export const WireModel = v.strictObject({
  url: Url,
  owner: v.string(),
  name: v.string(),
  description: v.nullable(v.string()),
  visibility: v.picklist(['public', 'private']),
  is_official: v.boolean(),
  run_count: v.number(),
  cover_image_url: v.nullable(Url),
  default_example: v.null(),
  latest_version: v.nullable(WireVersion),
})

export const WireFile = v.strictObject({
  id: Id,
  name: v.string(),
  content_type: v.string(),
  size: v.number(),
  etag: v.string(),
  checksums: v.strictObject({ sha256: Hex64, md5: v.string() }),
  metadata: v.record(v.string(), v.unknown()),
  created_at: Time,
  expires_at: Time,
  urls: v.strictObject({ get: Url }),
})

export const wirePage = <T extends v.GenericSchema>(results: T) =>
  v.strictObject({ next: v.nullable(Url), previous: v.nullable(Url), results: v.array(results) })
