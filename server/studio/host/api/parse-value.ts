import * as v from 'valibot'
import { HostError } from '../host-error.ts'

/** A value that the plugin gave, checked as Figma checks it. `where` is named in the error: `in set_fills`. */
export const parseValue = <S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  where: string,
): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const path = v.getDotPath(issue)
  throw new HostError(`in ${where}: ${issue.message}${path === null ? '' : ` at ${path}`}`)
}
