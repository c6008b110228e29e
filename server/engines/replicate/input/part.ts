import type { Json } from '../../../../shared/json.ts'

/** What one rule adds to a run's input, and what she should know about it. */
export type Part = {
  readonly input: Readonly<Record<string, Json>>
  readonly warnings: readonly string[]
}

export const NOTHING: Part = { input: {}, warnings: [] }

export const joinParts = (parts: readonly Part[]): Part => ({
  input: Object.assign({}, ...parts.map(({ input }) => input)) as Part['input'],
  warnings: parts.flatMap(({ warnings }) => warnings),
})
