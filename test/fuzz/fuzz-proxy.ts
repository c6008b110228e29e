import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import fc from 'fast-check'
import * as v from 'valibot'
import { expect } from 'vitest'
import { ErrorEnvelope } from '../../shared/errors.ts'
import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import { startProxy } from '../server/start-proxy.ts'
import type { Operation } from './json-schema.ts'
import { OpenApiDocument } from './json-schema.ts'
import type { FuzzRequest } from './request-arbitrary.ts'
import { requestArbitrary } from './request-arbitrary.ts'

/** An answer that takes longer is a hang. Milliseconds. */
const PATIENCE = 10_000
/** It never ends by itself. */
const STREAM = 'events'

/** All that the proxy keeps, counted and numbered: any change of any job has a number of its own. */
const stateOf = (folder: string): string => {
  const db = new DatabaseSync(join(folder, 'maquette.db'), { readOnly: true })
  try {
    const tables = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => String(name))
    const counts = tables.map((table) =>
      db.prepare(`SELECT count(*) AS rows FROM "${table}"`).get(),
    )
    const styles = db.prepare('SELECT * FROM styles ORDER BY id').all()
    return JSON.stringify([counts, styles, db.prepare('SELECT value FROM sequence').get()])
  } finally {
    db.close()
  }
}

/** A proxy whose engine begins nothing that it is not told to, and its own document. */
const openProxy = async () => {
  const engine = createScriptedEngine()
  engine.atOnce = 1
  engine.onStart = () => new Promise(() => undefined)
  const { request, data } = await startProxy({ engines: [engine] })
  const document = v.parse(OpenApiDocument, await (await request('/v1/openapi.json')).json())
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [path, method.toUpperCase(), operation] as const,
    ),
  )
  const send = async ({ method, path, type, body }: FuzzRequest, operation: Operation) => {
    const response = await Promise.race([
      request(path, {
        method,
        ...(body !== null && { body }),
        ...(type !== null && { headers: { 'content-type': type } }),
      }),
      new Promise<never>((_, reject) =>
        setTimeout(() => reject(new Error(`No answer: ${method} ${path}`)), PATIENCE).unref(),
      ),
    ])
    if (operation.operationId === STREAM && response.ok) await response.body?.cancel()
    const text = response.bodyUsed ? '' : await response.text()
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    if (!response.ok) {
      const { error } = v.parse(ErrorEnvelope, JSON.parse(text))
      // A proxy that runs no models says so.
      if (error.code !== 'engine_unavailable') expect(response.status).toBeLessThan(500)
    } else expect(Object.keys(operation.responses)).toContain(String(response.status))
    return response
  }
  return { document, operations, send, state: () => stateOf(data) }
}

/**
 * So many requests to every operation of the proxy's document, more than half of them not as the document says. None
 * fails inside the proxy or hangs; what it refuses changes nothing. Answers how many it sent and refused.
 */
export const fuzzProxy = async (
  cases: number,
): Promise<{ readonly sent: number; readonly refused: number }> => {
  const { document, operations, send, state } = await openProxy()
  const count = { sent: 0, refused: 0 }
  const each = Math.ceil(cases / operations.length)
  for (const isBroken of [true, false])
    for (const operation of operations) {
      const numRuns = Math.ceil(each * (isBroken ? 0.75 : 0.25))
      await fc.assert(
        fc.asyncProperty(requestArbitrary(operation, document, isBroken), async (request) => {
          const before = isBroken ? state() : ''
          const response = await send(request, operation[2])
          count.sent += 1
          if (response.ok) return
          count.refused += 1
          if (isBroken) expect(state()).toBe(before)
        }),
        { numRuns },
      )
    }
  return count
}
