import type { Tagged } from './create-codec.ts'

/** Asks the host: an operation and its arguments. */
export type Ask = (operation: string, ...values: unknown[]) => unknown

/** What a name leads to: a value, or a method that is called by its name. */
export type Found = { value: unknown; frozen: boolean } | { method: true }

export type Proxies = {
  /** The proxy of one of the host's objects: the same one each time, so that `===` holds. */
  proxyOf: (kind: string, id: string) => object
  /** The name of a proxy's object; undefined for anything else. */
  referenceOf: (value: object) => Tagged | undefined
}

/**
 * The host's objects as the plugin sees them. What JavaScript itself looks up on any object (symbols, `then`,
 * `toJSON`, the names of `Object.prototype`) is not Figma's, and is answered without asking the host.
 *
 * Evaluated as text inside QuickJS.
 */
export const createProxies = (ask: Ask): Proxies => {
  const proxies = new Map<string, object>()
  const references = new WeakMap<object, Tagged>()
  const isLanguage = (name: string | symbol): name is symbol | 'then' | 'toJSON' =>
    typeof name === 'symbol' || name === 'then' || name === 'toJSON'

  const freeze = (value: unknown): unknown => {
    const isHosts = typeof value !== 'object' || value === null || references.has(value)
    if (isHosts || value instanceof Uint8Array) return value
    for (const each of Object.values(value)) freeze(each)
    return Object.freeze(value)
  }

  const create = (kind: string, id: string): object => {
    const methods: Record<string, unknown> = {}
    const get = (target: object, name: string | symbol): unknown => {
      if (isLanguage(name)) return undefined
      if (Object.hasOwn(methods, name)) return methods[name]
      if (name in target && !ask('has', kind, id, name)) return Reflect.get(target, name)
      const found = ask('get', kind, id, name) as Found
      if ('value' in found) return found.frozen ? freeze(found.value) : found.value
      return (methods[name] = (...values: unknown[]) => ask('call', kind, id, name, values))
    }
    const refuse = (): never => {
      throw new TypeError('Figma objects keep their members: none can be added or deleted')
    }
    return new Proxy(
      {},
      {
        get,
        has: (_, name) => typeof name === 'string' && Boolean(ask('has', kind, id, name)),
        set: (_, name, value) => {
          if (typeof name === 'symbol') refuse()
          ask('set', kind, id, name, value)
          return true
        },
        deleteProperty: refuse,
        defineProperty: refuse,
      },
    )
  }

  return {
    proxyOf: (kind, id) => {
      const key = `${kind} ${id}`
      const known = proxies.get(key)
      if (known !== undefined) return known
      const proxy = create(kind, id)
      proxies.set(key, proxy)
      references.set(proxy, { $: 'reference', v: [kind, id] })
      return proxy
    },
    referenceOf: (value) => references.get(value),
  }
}
