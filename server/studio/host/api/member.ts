import type { Reference } from './reference.ts'

/** One member of one kind of the host's objects. `self` is the object that it is asked of. */
export type Member =
  | {
      readonly get: (self: Reference) => unknown
      readonly set?: (self: Reference, value: unknown) => void
    }
  | { readonly call: (self: Reference, ...values: unknown[]) => unknown }

export type Members = Readonly<Record<string, Member>>
