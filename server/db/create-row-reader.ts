import * as v from 'valibot'
import type { Log } from '../log.ts'

const Named = v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)) })

/**
 * Reads rows of a table by a schema, at most `limit`, and leaves out those that do not fit it: one damaged row must not
 * take the others along. The log says each once.
 */
export const createRowReader = <T>(
  table: string,
  schema: v.GenericSchema<unknown, T>,
  log: Log,
): ((rows: Iterable<unknown>, limit?: number) => T[]) => {
  const said = new Set<string>()
  return (rows, limit = Infinity) => {
    const read: T[] = []
    for (const row of rows) {
      if (read.length === limit) break
      const parsed = v.safeParse(schema, row)
      if (parsed.success) {
        read.push(parsed.output)
        continue
      }
      const named = v.safeParse(Named, row)
      const id = named.success ? named.output.id : 'unknown'
      if (said.has(id)) continue
      said.add(id)
      log.error({ table, row: id }, 'A row of the database cannot be read and is left out')
    }
    return read
  }
}
