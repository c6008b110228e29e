import * as v from 'valibot'
import type { Port } from './rpc.ts'

type Schema = v.GenericSchema<unknown, unknown>
export type Notices = Readonly<Record<string, Schema>>
export type Notify<N extends Notices> = <K extends keyof N & string>(
  name: K,
  value: v.InferInput<N[K]>,
) => void
export type Listeners<N extends Notices> = {
  readonly [K in keyof N]: (value: v.InferOutput<N[K]>) => void
}

const Notice = v.object({ notice: v.string(), value: v.unknown() })

/** One-way messages to the other end, typed by one map. */
export const notifier =
  <N extends Notices>(port: Port, _notices: N): Notify<N> =>
  (name, value) =>
    port.send({ notice: name, value })

/** Hears the other end's notices. One that does not fit its schema goes to `onError`. Returns the way to stop. */
export const hear = <N extends Notices>(
  port: Port,
  notices: N,
  listeners: Listeners<N>,
  onError: (error: unknown) => void,
): (() => void) =>
  port.listen((message) => {
    const notice = v.safeParse(Notice, message)
    if (!notice.success) return
    const { notice: name, value } = notice.output
    const schema = Object.hasOwn(notices, name) ? notices[name] : undefined
    if (schema === undefined) return
    const parsed = v.safeParse(schema, value)
    if (parsed.success) listeners[name]?.(parsed.output)
    else onError(new v.ValiError(parsed.issues))
  })
