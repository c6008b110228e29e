import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import type { Endpoint } from '../../shared/http.ts'
import { startProxy } from './start-proxy.ts'

const Parameter = v.object({
  name: v.string(),
  in: v.picklist(['path', 'query', 'header']),
  required: v.boolean(),
  schema: v.record(v.string(), v.unknown()),
})
const Content = v.record(v.string(), v.object({ schema: v.optional(v.unknown()) }))
const Operation = v.object({
  operationId: v.string(),
  summary: v.string(),
  parameters: v.array(Parameter),
  requestBody: v.optional(v.object({ required: v.literal(true), content: Content })),
  responses: v.record(v.string(), v.object({ description: v.string(), content: Content })),
})
const Document = v.object({
  openapi: v.literal('3.1.0'),
  info: v.object({ title: v.string(), version: v.string() }),
  security: v.tuple([v.object({ token: v.array(v.string()) })]),
  paths: v.record(v.string(), v.record(v.picklist(['get', 'post', 'put', 'delete']), Operation)),
  components: v.object({
    securitySchemes: v.object({ token: v.object({ type: v.string(), scheme: v.string() }) }),
    schemas: v.record(v.string(), v.record(v.string(), v.unknown())),
  }),
})

const read = async () => {
  const { request, proxy } = await startProxy()
  const response = await request('/v1/openapi.json')
  const raw: unknown = JSON.parse(await response.text())
  return { raw, document: v.parse(Document, raw), routes: proxy.app.routes }
}

const references = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
      )

describe('the OpenAPI document', () => {
  it('holds every endpoint of the contract with what goes in and out', async () => {
    const { document } = await read()
    for (const [name, endpoint] of Object.entries<Endpoint>(contract)) {
      const operation = document.paths[endpoint.path]?.[endpoint.method.toLowerCase() as 'get']
      expect(operation).toMatchObject({ operationId: name, summary: endpoint.summary })
      expect(Object.keys(operation!.responses)).toEqual([String(endpoint.status), 'default'])
      expect(operation!.requestBody !== undefined).toBe(endpoint.body !== undefined)
      const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter)
      const described = operation!.parameters.filter((parameter) => parameter.in === 'path')
      expect(described.map(({ name }) => name)).toEqual(inPath)
      expect(described.every(({ required }) => required)).toBe(true)
    }
  })

  it('holds every route that the proxy has under /v1, and no other', async () => {
    const { document, routes } = await read()
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    )
    const mounted = routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(described.sort()).toEqual([...new Set(mounted)].sort())
  })

  it('describes files and events', async () => {
    const { document } = await read()
    const upload = document.paths['/v1/files']!.post!
    expect(Object.keys(upload.requestBody!.content)).toEqual(['image/png', 'image/jpeg'])
    const download = document.paths['/v1/files/{id}']!.get!
    expect(Object.keys(download.responses['200']!.content)).toEqual([
      'image/png',
      'image/jpeg',
      'image/webp',
    ])
    const events = document.paths['/v1/events']!.get!
    expect(Object.keys(events.responses['200']!.content)).toEqual(['text/event-stream'])
    expect(events.parameters.map(({ name }) => name)).toEqual(['document', 'Last-Event-ID'])
  })

  it('refers only to what is in it', async () => {
    const { raw, document } = await read()
    const used = new Set(references(raw))
    expect(used.size).toBeGreaterThan(5)
    for (const reference of used) {
      const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(reference) ?? []
      expect(document.components.schemas[name ?? reference]).toBeDefined()
    }
    for (const name of Object.keys(document.components.schemas))
      expect(used).toContain(`#/components/schemas/${name}`)
  })

  it('says what a request may hold', async () => {
    const { document } = await read()
    const request = document.components.schemas.GenerateRequest!
    expect(request).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: { count: { type: 'integer', minimum: 1, maximum: 4 } },
    })
    expect(request.required).toEqual(['id', 'style', 'brief', 'count', 'settings'])
  })
})
