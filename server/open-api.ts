import type { JsonSchema } from '@valibot/to-json-schema'
import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import {
  Claim,
  DatasetDiff,
  DatasetSummary,
  DatasetView,
  EngineView,
  FileType,
  JobView,
  Judgement,
  ModelView,
  OutputView,
  PieceView,
  RunView,
  ServerEvent,
  SheetView,
  Spending,
  Status,
  StoredFile,
  TrainerView,
  TrainingView,
  VersionSummary,
  VersionView,
  contract,
  downloadArchive,
  importArchive,
  downloadFile,
  downloadKit,
  downloadWeights,
  events,
  uploadFile,
  uploadWeights,
} from '../shared/contract/index.ts'
import { ErrorEnvelope, JobError } from '../shared/errors.ts'
import { GenerateRequest } from '../shared/generate-request.ts'
import type { Endpoint } from '../shared/http.ts'
import { SavedBrief } from '../shared/saved-brief.ts'
import { Style, StyleDraft } from '../shared/style.ts'
import { TrainingRequest } from '../shared/training-request.ts'

type Schema = v.GenericSchema<unknown, unknown>
type Operation = Pick<Endpoint, 'method' | 'path' | 'summary' | 'status' | 'params' | 'query'>

const NAMED = {
  Claim,
  DatasetDiff,
  DatasetSummary,
  DatasetView,
  EngineView,
  ErrorEnvelope,
  GenerateRequest,
  JobError,
  JobView,
  Judgement,
  ModelView,
  OutputView,
  PieceView,
  RunView,
  SavedBrief,
  ServerEvent,
  SheetView,
  Spending,
  Status,
  StoredFile,
  Style,
  StyleDraft,
  TrainerView,
  TrainingRequest,
  TrainingView,
  VersionSummary,
  VersionView,
} as const

const settings = {
  target: 'draft-2020-12',
  // OpenAPI can say less than a schema: what it cannot say is still checked by the proxy.
  errorMode: 'ignore',
  typeMode: 'input',
  overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`,
} as const

/** Without its own definitions: those are the document's components. */
const toSchema = (schema: Schema): JsonSchema =>
  Object.fromEntries(
    Object.entries(toJsonSchema(schema, { ...settings, definitions: NAMED })).filter(
      ([key]) => key !== '$schema' && key !== '$defs',
    ),
  )

const json = (schema: JsonSchema) => ({ 'application/json': { schema } })
const ANY_BYTES = { 'application/octet-stream': {} }
const ZIP = { 'application/zip': {} }
const BYTES = Object.fromEntries(FileType.options.map((type) => [type, {}]))

/** The properties of an object schema as parameters of a path or a query. */
const parameters = (schema: Schema | undefined, place: 'path' | 'query') => {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = toSchema(schema)
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }))
}

const ERROR = {
  description: 'What went wrong, in words.',
  content: json({ $ref: '#/components/schemas/ErrorEnvelope' }),
}

const operation = (name: string, endpoint: Operation, content: object, body?: object) => ({
  operationId: name,
  summary: endpoint.summary,
  parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
  ...(body && { requestBody: { required: true, content: body } }),
  responses: { [endpoint.status]: { description: endpoint.summary, content }, default: ERROR },
})

const OPENAPI_DOCUMENT: Operation = {
  method: 'GET',
  path: '/v1/openapi.json',
  summary: 'This document.',
  status: 200,
}

/** The OpenAPI 3.1 document of the proxy, made from the schemas that it parses with. */
export const openApi = (version: string) => {
  const endpoints = Object.entries<Endpoint>(contract).map(([name, endpoint]) => ({
    ...endpoint,
    operation: operation(
      name,
      endpoint,
      json(toSchema(endpoint.response)),
      endpoint.body && json(toSchema(endpoint.body)),
    ),
  }))
  const lastEventId = {
    name: 'Last-Event-ID',
    in: 'header',
    required: false,
    schema: { type: 'string' },
  } as const
  const stream = operation('events', events, {
    'text/event-stream': { schema: { $ref: '#/components/schemas/ServerEvent' } },
  })
  const all = [
    ...endpoints,
    {
      ...uploadFile,
      operation: operation('uploadFile', uploadFile, json(toSchema(uploadFile.response)), BYTES),
    },
    { ...downloadArchive, operation: operation('downloadArchive', downloadArchive, ZIP) },
    {
      ...importArchive,
      operation: operation(
        'importArchive',
        importArchive,
        json(toSchema(importArchive.response)),
        ZIP,
      ),
    },
    { ...downloadKit, operation: operation('downloadKit', downloadKit, ZIP) },
    { ...downloadWeights, operation: operation('downloadWeights', downloadWeights, ANY_BYTES) },
    {
      ...uploadWeights,
      operation: operation(
        'uploadWeights',
        uploadWeights,
        json(toSchema(uploadWeights.response)),
        ANY_BYTES,
      ),
    },
    {
      ...downloadFile,
      operation: operation('downloadFile', downloadFile, { ...BYTES, 'image/webp': {} }),
    },
    { ...events, operation: { ...stream, parameters: [...stream.parameters, lastEventId] } },
    {
      ...OPENAPI_DOCUMENT,
      operation: operation('getOpenApi', OPENAPI_DOCUMENT, json({ type: 'object' })),
    },
  ]
  const paths: Record<string, Record<string, object>> = {}
  for (const { path, method, operation } of all)
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation }
  return {
    openapi: '3.1.0',
    info: { title: 'Maquette', version },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: toJsonSchemaDefs(NAMED, settings),
    },
  }
}
