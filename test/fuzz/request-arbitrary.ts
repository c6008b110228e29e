import fc from 'fast-check'
import { arbitraryOf } from './arbitrary-of.ts'
import { breakValue } from './break-value.ts'
import type { OpenApiDocument, Operation } from './json-schema.ts'

export type FuzzRequest = {
  readonly method: string
  readonly path: string
  readonly type: string | null
  readonly body: string | null
}

const JSON_TYPE = 'application/json'
/** `fetch` sends no lone surrogate, and no path that it understands as another one. */
const inUrl = (value: unknown): string =>
  encodeURIComponent(String(value).replace(/[\uD800-\uDFFF]/gu, '')).replace(/^\.+$/, '%2E') ||
  '%20'

const texts = (isBroken: boolean, whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  isBroken
    ? fc.oneof(
        whole,
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom('..', '%', '\u0000', '-1', '1e9', 'null', 'x'.repeat(3000)),
      )
    : whole

const bodies = (
  isBroken: boolean,
  { requestBody }: Operation,
  document: OpenApiDocument,
): fc.Arbitrary<Pick<FuzzRequest, 'type' | 'body'>> => {
  if (requestBody === undefined) return fc.constant({ type: null, body: null })
  const schema = requestBody.content[JSON_TYPE]?.schema
  if (schema === undefined)
    return fc.record({
      type: fc.constantFrom(...Object.keys(requestBody.content), 'image/gif', 'text/plain'),
      body: fc.string({ unit: 'binary', maxLength: 300 }),
    })
  const whole = arbitraryOf(schema, document.components.schemas)
  const asJson = (value: fc.Arbitrary<unknown>) =>
    value.map((one) => ({ type: JSON_TYPE, body: one === undefined ? '' : JSON.stringify(one) }))
  if (!isBroken) return asJson(whole)
  return fc.oneof(
    { weight: 6, arbitrary: asJson(breakValue(whole)) },
    { weight: 1, arbitrary: asJson(fc.jsonValue({ maxDepth: 6 })) },
    {
      weight: 1,
      arbitrary: asJson(whole).map(({ body }) => ({
        type: JSON_TYPE,
        body: body.slice(0, body.length / 2),
      })),
    },
    { weight: 1, arbitrary: asJson(whole).map(({ body }) => ({ type: 'text/plain', body })) },
    { weight: 1, arbitrary: fc.constant({ type: JSON_TYPE, body: '['.repeat(20_000) }) },
  )
}

/** Requests to one operation of the proxy's own document: as it says, or not. */
export const requestArbitrary = (
  [path, method, operation]: readonly [string, string, Operation],
  document: OpenApiDocument,
  isBroken: boolean,
): fc.Arbitrary<FuzzRequest> => {
  const values = (place: 'path' | 'query') =>
    fc.record(
      Object.fromEntries(
        operation.parameters
          .filter((parameter) => parameter.in === place)
          .map(({ name, schema }) => [
            name,
            texts(isBroken, arbitraryOf(schema, document.components.schemas)),
          ]),
      ),
      place === 'query' ? { requiredKeys: [] } : {},
    )
  return fc
    .tuple(values('path'), values('query'), bodies(isBroken, operation, document))
    .map(([inPath, inQuery, sent]) => {
      const filled = Object.entries(inPath).reduce(
        (text, [name, value]) => text.replace(`{${name}}`, () => inUrl(value)),
        path,
      )
      const query = Object.entries(inQuery)
        .map(([name, value]) => `${name}=${inUrl(value)}`)
        .join('&')
      return { method, path: query === '' ? filled : `${filled}?${query}`, ...sent }
    })
}
