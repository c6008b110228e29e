import * as v from 'valibot'
import { createAccess } from './api/create-access.ts'
import { Callback } from './api/event-members.ts'
import { createTimers } from './api/create-timers.ts'
import { createEmitter, type Emitter } from './api/emitter.ts'
import { createReference, isFunction } from './api/reference.ts'
import { reportChanges } from './api/report-changes.ts'
import type { Session } from './api/session.ts'
import { createVm } from './create-vm.ts'
import { HostError } from './host-error.ts'
import { ObjectKind } from './members/members.ts'
import type { PluginRun, RunPluginOptions, Suggestions } from './plugin-run.ts'

const Member = v.tuple([ObjectKind, v.string(), v.string(), v.optional(v.unknown())])
const Timer = v.tuple([Callback, v.number(), v.array(v.unknown()), v.boolean()])
const Log = v.tuple([v.string(), v.array(v.unknown())])

/**
 * Runs a built plugin's main thread in QuickJS on a host. Comes back when the plugin's source has run; the plugin goes
 * on until it is closed.
 */
export const runPlugin = (options: RunPluginOptions): Promise<PluginRun> => {
  const { state } = options.host
  const emitters = new Map<string, Emitter>()
  const timers = createTimers(options.timers)
  let closed = false

  const session: Session = {
    host: state,
    options,
    emitter: (kind, id = '') => {
      const key = `${kind} ${id}`
      const known = emitters.get(key) ?? createEmitter((work) => vm.enter(work))
      emitters.set(key, known)
      return known
    },
    loadedFonts: new Set(),
    loadedPages: new Set([state.document.currentPage()]),
    ui: { shown: false, onmessage: undefined },
    notifications: [],
    suggestions: [],
    enter: (work) => vm.enter(work),
    closed: () => closed,
    close: (message) => {
      if (closed) return
      session.emitter('figma').emit('close')
      closed = true
      stopReporting()
      state.document.history.commit()
      options.onClose(message)
      if (!state.enforce.isOn('timers-after-close')) return
      timers.stopAll()
      vm.dispose()
    },
  }
  const access = createAccess(session)

  const answer = (operation: string, values: readonly unknown[]): unknown => {
    switch (operation) {
      case 'has':
      case 'get':
      case 'set':
      case 'call': {
        const [kind, id, name, value] = v.parse(Member, values)
        const self = createReference(kind, id)
        if (operation === 'call')
          return access.call(self, name, v.parse(v.array(v.unknown()), value))
        return access[operation](self, name, value)
      }
      case 'startTimer': {
        const [work, milliseconds, args, repeats] = v.parse(Timer, values)
        return timers.start(() => vm.enter(() => void work(...args)), milliseconds, repeats)
      }
      case 'stopTimer':
        return timers.stop(Number(values[0]))
      case 'log':
        return options.onConsole(...v.parse(Log, values))
      default:
        throw new HostError(`"${operation}" is not in our host yet`)
    }
  }
  const vm = createVm({
    quickjs: options.quickjs,
    html: options.ui,
    answer,
    onError: options.onError,
  })
  const stopReporting = reportChanges(session)

  vm.run(options.main)
  const { command, parameters } = options
  if (!session.closed())
    vm.enter(() => session.emitter('figma').emit('run', { command, parameters }))

  const receive = (pluginMessage: unknown): void => {
    if (closed || !session.ui.shown) return
    const props = { origin: 'null' }
    vm.enter(() => {
      const { onmessage } = session.ui
      if (isFunction(onmessage)) onmessage(pluginMessage, props)
      session.emitter('ui').emit('message', pluginMessage, props)
    })
  }

  return Promise.resolve({
    postMessage: (pluginMessage) => {
      if (vm.isRunning()) void Promise.resolve().then(() => receive(pluginMessage))
      else receive(pluginMessage)
    },
    input: (key, query) => {
      const suggestions: Suggestions = { items: [], error: null, loadingMessage: null }
      const result = createReference(
        'suggestions',
        String(session.suggestions.push(suggestions) - 1),
      )
      vm.enter(() =>
        session.emitter('parameters').emit('input', { key, query, parameters: {}, result }),
      )
      return suggestions
    },
    get closed() {
      return closed
    },
    close: () => session.close(),
  })
}
