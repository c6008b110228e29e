import type { QuickJSHandle, QuickJSWASMModule } from 'quickjs-emscripten-core'
import * as v from 'valibot'
import {
  createReference,
  isFunction,
  isReference,
  MIXED,
  type InsideFunction,
} from './api/reference.ts'
import { createHandles } from './create-handles.ts'
import { createCodec, type Tagged } from './inside/create-codec.ts'
import { insideSource } from './inside/inside-source.ts'
import { ObjectKind } from './members/members.ts'

const Values = v.array(v.unknown())
const Failure = v.object({
  name: v.optional(v.string(), 'Error'),
  message: v.optional(v.string(), ''),
  stack: v.optional(v.string(), ''),
})

const toError = (thrown: unknown): Error => {
  const failure = v.safeParse(Failure, thrown)
  if (!failure.success) return new Error(String(thrown))
  const { name, message, stack } = failure.output
  return Object.assign(new Error(message), { name, stack: `${name}: ${message}\n${stack}` })
}

/** A QuickJS context with the plugin's globals in it. */
export type Vm = {
  /** Runs the plugin's source. What it throws is reported. */
  run: (source: string) => void
  /** Calls in from outside: the plugin's code runs, then its promises' jobs, and what went wrong is reported. */
  enter: (work: () => void) => void
  /** True while the plugin's code runs. */
  isRunning: () => boolean
  /** Frees the context, at once or when the plugin's code has returned. */
  dispose: () => void
}

/**
 * Values cross as JSON and bytes (`create-codec`). `answer` serves what the prelude asks; a function of the plugin's
 * arrives there as a function that calls into the plugin at once, and the same one each time.
 */
export const createVm = (options: {
  quickjs: QuickJSWASMModule
  html: string
  answer: (operation: string, values: readonly unknown[]) => unknown
  onError: (error: Error) => void
}): Vm => {
  const vm = options.quickjs.newContext()
  const functions = new Map<number, InsideFunction>()
  const functionIds = new WeakMap<InsideFunction, number>()
  let promises = 0
  let depth = 0
  let disposing = false

  const own = (value: unknown): Tagged | undefined => {
    if (value === MIXED) return { $: 'mixed' }
    if (isReference(value)) return { $: 'reference', v: [value.kind, value.id] }
    if (value instanceof Promise) return { $: 'promise', v: settleLater(value) }
    const id = isFunction(value) ? functionIds.get(value) : undefined
    return id === undefined ? undefined : { $: 'function', v: id }
  }
  const foreign = ({ $: tag, v: what }: Tagged): unknown => {
    if (tag === 'mixed') return MIXED
    if (tag === 'function') return functionOf(Number(what))
    const [kind, id] = v.parse(v.tuple([ObjectKind, v.string()]), what)
    return createReference(kind, id)
  }
  const { toHandles, fromHandles, toAnswer, fromAnswer } = createHandles(
    vm,
    createCodec({ own, foreign }),
  )
  const takeError = (thrown: QuickJSHandle): Error =>
    toError(thrown.consume((each) => vm.dump(each) as unknown))

  const bridge = vm.newFunction('bridge', (operation, ...handles) => {
    const values = v.parse(Values, fromHandles(handles))
    return toAnswer(options.answer(vm.getString(operation), values))
  })
  const dispatch = vm
    .unwrapResult(vm.evalCode(insideSource, 'prelude.js'))
    .consume((create) =>
      vm
        .newString(options.html)
        .consume((html) => vm.unwrapResult(vm.callFunction(create, vm.undefined, bridge, html))),
    )
  bridge.dispose()

  const call = (operation: string, ...values: unknown[]): unknown => {
    const handles = [vm.newString(operation), ...toHandles(values)]
    const result = vm.callFunction(dispatch, vm.undefined, ...handles)
    for (const handle of handles) handle.dispose()
    if (result.error !== undefined) throw takeError(result.error)
    return result.value.consume(fromAnswer)
  }
  const functionOf = (id: number): InsideFunction => {
    const known = functions.get(id) ?? ((...values) => call('call', id, values))
    functions.set(id, known)
    functionIds.set(known, id)
    return known
  }

  const settle = (): void => {
    for (let more = true; more;) {
      const result = vm.runtime.executePendingJobs()
      if (result.error !== undefined) options.onError(takeError(result.error))
      else more = result.value > 0
    }
    for (const reason of v.parse(Values, call('rejections'))) options.onError(toError(reason))
  }
  const enter = (work: () => void): void => {
    if (!vm.alive) return
    depth += 1
    try {
      work()
    } catch (error) {
      options.onError(error instanceof Error ? error : new Error(String(error)))
    } finally {
      if (depth === 1) settle()
      depth -= 1
    }
    if (depth === 0 && disposing) dispose()
  }
  const settleLater = (promise: Promise<unknown>): number => {
    const id = (promises += 1)
    promise.then(
      (value) => enter(() => void call('resolve', id, value)),
      (error: unknown) => {
        const { name, message } = error instanceof Error ? error : new Error(String(error))
        enter(() => void call('reject', id, name, message))
      },
    )
    return id
  }
  const dispose = (): void => {
    disposing = true
    if (depth > 0 || !vm.alive) return
    dispatch.dispose()
    vm.dispose()
  }

  return {
    run: (source) =>
      enter(() => {
        const result = vm.evalCode(source, 'main.js')
        if (result.error !== undefined) throw takeError(result.error)
        result.value.dispose()
      }),
    enter,
    isRunning: () => depth > 0,
    dispose,
  }
}
