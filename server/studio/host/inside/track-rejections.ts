/**
 * Remembers every promise that was rejected and that nobody listens to: QuickJS gives its embedder no way to ask.
 * It replaces `Promise` by one that watches what it makes, and sees a listener in each `then`; `await` calls `then`
 * too, because a promise's constructor is no longer the built-in one. What it cannot see is the promise of a native
 * async function that nobody touches: lower `async` where that has to be seen.
 *
 * Returns the way to take the reasons of the promises that are unhandled now. Evaluated as text inside QuickJS.
 */
export const trackRejections = (): (() => unknown[]) => {
  type Listener = ((value: unknown) => unknown) | null | undefined
  type Then = (
    this: Promise<unknown>,
    onFulfilled?: Listener,
    onRejected?: Listener,
  ) => Promise<unknown>
  const Native = Promise
  const descriptor: TypedPropertyDescriptor<Then> | undefined = Object.getOwnPropertyDescriptor(
    Native.prototype,
    'then',
  )
  const nativeThen = descriptor?.value
  if (nativeThen === undefined) throw new Error('There is no Promise to watch')
  const handled = new WeakSet<object>()
  const rejected = new Map<object, unknown>()
  let watching = false

  const watch = (promise: Promise<unknown>): void => {
    if (watching) return
    watching = true
    void nativeThen.call(promise, undefined, (reason: unknown) => {
      if (!handled.has(promise)) rejected.set(promise, reason)
    })
    watching = false
  }
  const Tracked: PromiseConstructor = new Proxy(Native, {
    construct: (target, args, newTarget) => {
      const maker = newTarget === Tracked ? target : newTarget
      const promise = Reflect.construct(target, args, maker) as Promise<unknown>
      watch(promise)
      return promise
    },
  })
  const then: Then = function (onFulfilled, onRejected) {
    handled.add(this)
    rejected.delete(this)
    return nativeThen.call(this, onFulfilled, onRejected)
  }
  Reflect.defineProperty(Native.prototype, 'then', {
    value: then,
    writable: true,
    configurable: true,
  })
  Reflect.defineProperty(Native.prototype, 'constructor', { value: Tracked, configurable: true })
  Reflect.defineProperty(globalThis, 'Promise', { value: Tracked, configurable: true })

  return () => {
    const reasons = [...rejected.values()]
    rejected.clear()
    return reasons
  }
}
