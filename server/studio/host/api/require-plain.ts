import { HostError } from '../host-error.ts'
import { isReference } from './reference.ts'

/** Refuses what cannot leave the plugin: nodes and other objects of Figma's, functions, `figma.mixed`. */
export const requirePlain = (value: unknown, where: string): void => {
  if (typeof value === 'function' || typeof value === 'symbol' || isReference(value))
    throw new HostError(`in ${where}: Only plain values and Uint8Array can be sent or stored`)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return
  for (const each of Object.values(value)) requirePlain(each, where)
}
