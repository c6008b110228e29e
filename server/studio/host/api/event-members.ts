import * as v from 'valibot'
import type { Members } from './member.ts'
import { parseValue } from './parse-value.ts'
import { isFunction, type InsideFunction, type Reference } from './reference.ts'
import type { Session } from './session.ts'

export const Callback = v.custom<InsideFunction>(isFunction)

/** `on`, `once` and `off` for an object's events; any other event is refused. */
export const eventMembers = (
  session: Session,
  events: readonly [string, ...string[]],
  check: (type: string) => void = () => undefined,
): Members => {
  const Subscription = v.tuple([v.picklist(events), Callback])
  const member = (name: 'on' | 'once' | 'off'): Members => ({
    [name]: {
      call: ({ kind, id }: Reference, ...values) => {
        const [type, callback] = parseValue(Subscription, values.slice(0, 2), name)
        if (name !== 'off') check(type)
        session.emitter(kind, id)[name](type, callback)
      },
    },
  })
  return { ...member('on'), ...member('once'), ...member('off') }
}
