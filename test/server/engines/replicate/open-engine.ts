import type { EngineEvent, PictureRequest } from '../../../../server/engines/engine.ts'
import { createReplicateEngine } from '../../../../server/engines/replicate/create-replicate-engine.ts'
import type { ReplicateEngineOptions } from '../../../../server/engines/replicate/create-replicate-engine.ts'
import type { ReplicateEngine } from '../../../../server/engines/replicate/replicate-engine.ts'
import type { Json } from '../../../../shared/json.ts'
import type {
  FakeReplicate,
  FakeReplicateOptions,
} from '../../../fakes/replicate/create-fake-replicate.ts'
import { createFakeReplicate } from '../../../fakes/replicate/create-fake-replicate.ts'
import type { EagerClock } from './eager-clock.ts'
import { createEagerClock } from './eager-clock.ts'

export const TOKEN = 'r8_canary_0123456789abcdefghijklmnop'

export const PICTURE: PictureRequest = {
  brief: 'a woman with glasses',
  prompt: 'a nua_figurine_style chibi figurine of a woman with glasses',
  seed: 42,
  index: 0,
  aspectRatio: '1:1',
  width: 1024,
  height: 1024,
  format: 'png',
  steps: 28,
  guidance: 3,
  loraScale: 1,
  model: 'maker/nua-figurine',
}

export const NEVER = new AbortController().signal

export type Bench = {
  readonly fake: FakeReplicate
  readonly url: string
  readonly clock: EagerClock
  readonly engine: ReplicateEngine
  readonly logged: string[]
  /** Everything that a run says until its end. */
  readonly follow: (handle: Json, signal?: AbortSignal) => Promise<EngineEvent[]>
  readonly draw: (picture?: Partial<PictureRequest>) => Promise<EngineEvent[]>
  readonly close: () => Promise<void>
}

/** The engine in front of a fake Replicate, in a time that waits for nobody. */
export const openBench = async (
  options: Partial<ReplicateEngineOptions> = {},
  fakeOptions: FakeReplicateOptions = {},
): Promise<Bench> => {
  const clock = createEagerClock()
  const fake = createFakeReplicate({
    token: TOKEN,
    clock,
    timing: { startMs: 1000, runMs: 2000 },
    ...fakeOptions,
  })
  const { url } = await fake.start()
  const logged: string[] = []
  const note = (fields: object, message: string) => logged.push(JSON.stringify({ fields, message }))
  const engine = createReplicateEngine({
    token: TOKEN,
    baseUrl: `${url}/v1`,
    model: null,
    files: { read: () => Promise.resolve(null) },
    clock,
    log: { info: note, warn: note, error: note },
    random: () => 0.5,
    timeoutMs: 2000,
    ...options,
  })
  const follow = async (handle: Json, signal = NEVER) => {
    const events: EngineEvent[] = []
    for await (const event of engine.watch(handle, signal)) events.push(event)
    return events
  }
  return {
    fake,
    url,
    clock,
    engine,
    logged,
    follow,
    draw: async (picture) => follow(await engine.start({ ...PICTURE, ...picture }, NEVER)),
    close: async () => {
      fake.expectClean()
      await fake.stop()
    },
  }
}
