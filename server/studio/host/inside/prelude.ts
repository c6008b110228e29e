import type { createCodec, Tagged } from './create-codec.ts'
import type { Ask, createProxies } from './create-proxies.ts'
import type { trackRejections } from './track-rejections.ts'

/** The host's end: an operation, its arguments as JSON, and their bytes; the answer in the same manner. */
type Bridge = (operation: string, json: string, ...bytes: ArrayBuffer[]) => Answer
type Answer = string | [json: string, ...bytes: ArrayBuffer[]]

/** The plugin's end, in the same manner. */
export type Dispatch = (operation: string, json: string, ...bytes: ArrayBuffer[]) => Answer

/** Both ends of a promise that the host keeps. */
type Settler = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/**
 * Makes the plugin's globals: `figma`, `__html__`, `console` and timers. Returns what the host calls.
 * Evaluated as text inside QuickJS, together with its parts.
 */
export const prelude = (
  bridge: Bridge,
  html: string,
  parts: {
    createCodec: typeof createCodec
    createProxies: typeof createProxies
    trackRejections: typeof trackRejections
  },
): Dispatch => {
  const takeRejections = parts.trackRejections()
  const mixed = Symbol('figma.mixed')
  const functions: ((...values: unknown[]) => unknown)[] = []
  const settlers = new Map<number, Settler>()

  const own = (value: unknown): Tagged | undefined => {
    if (value === mixed) return { $: 'mixed' }
    if (typeof value === 'object' && value !== null) return proxies.referenceOf(value)
    if (typeof value !== 'function') return undefined
    const known = functions.indexOf(value as () => unknown)
    return { $: 'function', v: known < 0 ? functions.push(value as () => unknown) - 1 : known }
  }
  const foreign = (tagged: Tagged): unknown => {
    if (tagged.$ === 'mixed') return mixed
    if (tagged.$ === 'promise')
      return new Promise((resolve, reject) => {
        settlers.set(Number(tagged.v), { resolve, reject })
      })
    if (tagged.$ === 'function') return functions[Number(tagged.v)]
    const [kind, id] = tagged.v as [string, string]
    return proxies.proxyOf(kind, id)
  }
  const codec = parts.createCodec({ own, foreign })
  const encode = (value: unknown): [string, ...ArrayBuffer[]] => {
    const bytes: Uint8Array[] = []
    const json = JSON.stringify(codec.encode(value, bytes))
    return [json, ...bytes.map((each) => each.slice().buffer)]
  }
  const decode = (answer: Answer): unknown => {
    const [json, ...buffers] = typeof answer === 'string' ? [answer] : answer
    return codec.decode(
      JSON.parse(json),
      buffers.map((buffer) => new Uint8Array(buffer)),
    )
  }
  const ask: Ask = (operation, ...values) => decode(bridge(operation, ...encode(values)))
  const proxies = parts.createProxies(ask)

  const take = (id: number): Settler | undefined => {
    const settler = settlers.get(id)
    settlers.delete(id)
    return settler
  }
  const operations: Record<string, (...values: never[]) => unknown> = {
    call: (id: number, values: unknown[]) => {
      const result = functions[id]?.(...values)
      if (!(result instanceof Promise)) return result
      // Nobody waits for an async handler: this makes its rejection one that is found as unhandled.
      void result.then()
    },
    resolve: (id: number, value: unknown) => take(id)?.resolve(value),
    reject: (id: number, name: string, message: string) =>
      take(id)?.reject(Object.assign(new Error(message), { name })),
    rejections: () =>
      takeRejections().map((reason) =>
        reason instanceof Error
          ? { name: reason.name, message: reason.message, stack: reason.stack }
          : { name: 'Error', message: String(reason), stack: '' },
      ),
  }

  const timer =
    (repeats: boolean) =>
    (callback: unknown, milliseconds = 0, ...values: unknown[]) =>
      ask('startTimer', callback, milliseconds, values, repeats)
  const stopTimer = (id: unknown): unknown => ask('stopTimer', id)
  const log =
    (level: string) =>
    (...values: unknown[]) =>
      ask('log', level, values)
  Object.assign(globalThis, {
    figma: proxies.proxyOf('figma', ''),
    __html__: html,
    __uiFiles__: {},
    console: Object.fromEntries(
      ['log', 'error', 'info', 'warn', 'assert', 'clear'].map((level) => [level, log(level)]),
    ),
    setTimeout: timer(false),
    setInterval: timer(true),
    clearTimeout: stopTimer,
    clearInterval: stopTimer,
    fetch: () => ask('fetch'),
  })

  return (operation, json, ...buffers) => {
    const values = decode([json, ...buffers]) as never[]
    return encode(operations[operation]?.(...values))
  }
}
