import type { HostState } from '../host-state.ts'
import type { RunPluginOptions, Suggestions } from '../plugin-run.ts'
import type { ObjectKind } from '../members/members.ts'
import type { Emitter } from './emitter.ts'

/** One run of a plugin. */
export type Session = {
  readonly host: HostState
  readonly options: RunPluginOptions
  /** The callbacks of one object: of `figma`, its panel, its parameters, a page. */
  readonly emitter: (kind: ObjectKind, id?: string) => Emitter
  readonly loadedFonts: Set<string>
  readonly loadedPages: Set<string>
  /** The panel: not there, or there and perhaps hidden. */
  readonly ui: { shown: boolean; onmessage: unknown }
  readonly notifications: (() => void)[]
  /** What each `input` event was answered with. */
  readonly suggestions: Suggestions[]
  /** Calls in from outside: see `Vm.enter`. */
  readonly enter: (work: () => void) => void
  readonly closed: () => boolean
  readonly close: (message?: string) => void
}

export type SessionTimers = {
  start: (work: () => void, milliseconds: number, repeats: boolean) => number
  stop: (id: number) => void
  stopAll: () => void
}
