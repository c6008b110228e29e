import { EventEmitter, once } from 'node:events'
import * as v from 'valibot'
import type { Engine, EngineEvent, PictureRequest } from '../../server/engines/engine.ts'
import { AspectRatio, SIZES } from '../../shared/aspect-ratio.ts'
import type { Capabilities } from '../../shared/contract/index.ts'

/** One run as the engine's own machines know it: it outlives the proxy that started it. */
export type ScriptedRun = {
  readonly picture: PictureRequest
  /** Lets the engine say something about this run, to whoever watches now or later. */
  say: (event: EngineEvent) => void
  readonly cancels: () => number
  readonly watchers: () => number
}

export type ScriptedEngine = Omit<Engine, 'atOnce'> & {
  /** 8 unless told, before a proxy has it. */
  atOnce: number
  readonly runs: readonly ScriptedRun[]
  /** What happens when the proxy asks for a picture: before the answer, or instead of it by throwing. */
  onStart: (
    picture: PictureRequest,
    signal: AbortSignal,
    say?: (note: string) => void,
  ) => Promise<void> | void
  /** What happens to a run that was started. */
  onRun: (run: ScriptedRun) => void
  /** What happens when the proxy cancels a run. */
  onCancel: (run: ScriptedRun) => Promise<void> | void
  /** Resolves once this many runs were started, and gives the last of them. */
  started: (count: number) => Promise<ScriptedRun>
}

const Handle = v.object({ run: v.number() })

const CAPABILITIES: Capabilities = {
  aspectRatios: AspectRatio.options.map((ratio) => ({ ratio, ...SIZES[ratio] })),
  formats: ['png', 'jpg'],
  steps: { min: 1, max: 50, step: 1 },
  guidance: { min: 0, max: 10, step: 0.1 },
  loraScale: { min: -1, max: 3, step: 0.05 },
  referenceUses: [],
  pricePerPicture: { usd: 0, estimate: false },
  secondsPerPicture: 8,
}

/** An engine that does nothing but what a test lets it. */
export const createScriptedEngine = (
  capabilities: Partial<Capabilities> = {},
  id: Engine['id'] = 'sample',
): ScriptedEngine => {
  const signs = new EventEmitter().setMaxListeners(0)
  const runs: (ScriptedRun & { readonly said: readonly EngineEvent[] })[] = []
  const counts: { cancels: number; watchers: number }[] = []

  const add = (picture: PictureRequest): number => {
    const said: EngineEvent[] = []
    const count = { cancels: 0, watchers: 0 }
    counts.push(count)
    const number = runs.push({
      picture,
      said,
      say: (event) => {
        said.push(event)
        signs.emit('said')
      },
      cancels: () => count.cancels,
      watchers: () => count.watchers,
    })
    return number - 1
  }

  const engine: ScriptedEngine = {
    id,
    label: 'Scripted',
    sample: true,
    remote: false,
    atOnce: 8,
    capabilities: { ...CAPABILITIES, ...capabilities },
    runs,
    onStart: () => undefined,
    onRun: () => undefined,
    onCancel: (run) =>
      run.say({
        type: 'failed',
        error: { code: 'canceled', message: 'Canceled.', charged: 'no' },
      }),
    started: async (count) => {
      while (runs.length < count) await once(signs, 'started')
      return runs[count - 1]!
    },
    model: (version) => version,
    start: async (picture, signal, say) => {
      await engine.onStart(picture, signal, say)
      const run = add(picture)
      engine.onRun(runs[run]!)
      signs.emit('started')
      return { run }
    },
    watch: async function* (handle, signal) {
      const { run } = v.parse(Handle, handle)
      counts[run]!.watchers += 1
      try {
        for (let at = 0; !signal.aborted;) {
          const event = runs[run]!.said[at]
          if (event !== undefined) {
            yield event
            at += 1
          } else await Promise.race([once(signs, 'said'), once(signal, 'abort')])
        }
      } finally {
        counts[run]!.watchers -= 1
      }
    },
    cancel: async (handle) => {
      const { run } = v.parse(Handle, handle)
      counts[run]!.cancels += 1
      await engine.onCancel(runs[run]!)
    },
  }
  return engine
}
