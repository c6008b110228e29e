import { createHash } from 'node:crypto'
import type { JsonObject } from './json-object.ts'

/** A run that was accepted: on the real service, one that is paid. */
export type LedgerEntry = {
  readonly kind: 'prediction' | 'training'
  readonly id: string
  /** `owner/name`. */
  readonly model: string
  /** The version that runs, 64 hex digits, for official models too. */
  readonly version: string
  /** The input as JSON, its names in order and data URLs as hashes: equal inputs are equal texts. */
  readonly input: string
  /** ISO 8601. */
  readonly createdAt: string
}

/** An input that its model does not have: the real service takes it and says nothing. */
export type UnknownInput = {
  readonly id: string
  readonly model: string
  readonly name: string
}

/** A picture inside an input is kept as its hash: as good for comparing, and small. */
const brief = (value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('data:')
    ? `data:sha256,${createHash('sha256').update(value).digest('hex')}`
    : value

export const canonicalInput = (input: JsonObject): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.keys(input)
        .sort()
        .map((name) => [name, brief(input[name])]),
    ),
  )
