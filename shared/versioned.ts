import * as v from 'valibot'
import { parseJson } from './parse-json.ts'

/** Parses the stored shape of one schema number and transforms it into the next one's. */
export type Migration = v.GenericSchema<unknown, unknown>

export type Versioned<T> = {
  /** The stored text of a value: JSON with its schema number. */
  write: (value: T) => string
  /**
   * The value in stored text, brought up to today's shape; null for text that is empty, broken or written by a newer
   * Maquette. Never throws: stored text may be old, foreign or edited by hand.
   */
  read: (text: string) => T | null
}

const Stored = v.object({
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  value: v.unknown(),
})

/**
 * A stored value with a schema number. `migrations[0]` turns schema 1 into 2, and so on; today's schema number is
 * therefore `migrations.length + 1`.
 */
export const versioned = <T>(
  schema: v.GenericSchema<unknown, T>,
  migrations: readonly Migration[] = [],
): Versioned<T> => {
  const current = migrations.length + 1
  return {
    write: (value) => JSON.stringify({ schema: current, value }),
    read: (text) => {
      const stored = v.safeParse(Stored, parseJson(text))
      if (!stored.success || stored.output.schema > current) return null
      let value: unknown = stored.output.value
      for (const migration of migrations.slice(stored.output.schema - 1)) {
        const moved = v.safeParse(migration, value)
        if (!moved.success) return null
        value = moved.output
      }
      const parsed = v.safeParse(schema, value)
      return parsed.success ? parsed.output : null
    },
  }
}
