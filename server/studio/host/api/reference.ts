import type { ObjectKind } from '../members/members.ts'

/** One of the host's objects, by name: a node, an image, `figma` itself. It crosses to the plugin as a proxy. */
export type Reference = { readonly kind: ObjectKind; readonly id: string }

const references = new WeakSet<object>()

export const createReference = (kind: ObjectKind, id: string): Reference => {
  const reference = Object.freeze({ kind, id })
  references.add(reference)
  return reference
}

export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && references.has(value)

/** `figma.mixed`, on this side. */
export const MIXED = Symbol('figma.mixed')

/** A function of the plugin's. */
export type InsideFunction = (...values: unknown[]) => unknown

export const isFunction = (value: unknown): value is InsideFunction => typeof value === 'function'
