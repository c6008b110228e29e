/** Told of a call before it is made; what it returns is told of its end. */
export type Observer = (self: unknown, args: readonly unknown[]) => (() => void) | undefined

/** Puts an observer in front of a method, which goes on as it was; a promise ends when it is kept. */
export const observe = <T extends object>(owner: T, name: keyof T, observer: Observer): void => {
  const method = owner[name]
  if (typeof method !== 'function') throw new Error(`There is no ${String(name)} to observe`)
  owner[name] = new Proxy(method, {
    apply: (target, self: unknown, args: unknown[]) => {
      const onEnd = observer(self, args)
      const result: unknown = Reflect.apply(target, self, args)
      if (result instanceof Promise)
        return result.then((value: unknown) => {
          onEnd?.()
          return value
        })
      onEnd?.()
      return result
    },
  })
}
