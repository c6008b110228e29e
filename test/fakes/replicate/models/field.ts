/** One input of a model: what Cog writes into the version's OpenAPI schema. */
export type Field = {
  readonly description: string
  readonly required?: true
} & (
  | {
      readonly type: 'string'
      readonly format?: 'uri' | 'password'
      readonly default?: string
    }
  | {
      readonly type: 'integer' | 'number'
      readonly default?: number
      readonly minimum?: number
      readonly maximum?: number
    }
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'enum'; readonly values: readonly string[]; readonly default: string }
)

/** In the order of `x-order`. */
export type Fields = Readonly<Record<string, Field>>
