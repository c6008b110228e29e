import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Engine, EngineEvent, PictureRequest } from '../../server/engines/engine.ts'
import { Capabilities } from '../../shared/contract/index.ts'
import { readImageHeader } from '../../shared/image-header.ts'
import { Json } from '../../shared/json.ts'
import { collect } from './collect.ts'

/**
 * Gives an engine as a new process would: nothing is shared with the one before but what lies outside the process. An
 * `endless` engine's runs do not end by themselves within a test.
 */
export type CreateEngine = (pace: 'quick' | 'endless') => Engine | Promise<Engine>

const never = () => new AbortController().signal

const requestFor = (engine: Engine, change: Partial<PictureRequest> = {}): PictureRequest => {
  const { aspectRatios, formats } = engine.capabilities
  const { ratio, width, height } = aspectRatios[0]!
  return {
    brief: 'a woman with glasses',
    prompt: 'a chibi figurine of a woman with glasses',
    seed: 7,
    index: 0,
    aspectRatio: ratio,
    width,
    height,
    format: formats[0]!,
    steps: 28,
    guidance: 3,
    loraScale: 1,
    model: null,
    ...change,
  }
}

const isLast = ({ type }: EngineEvent): boolean => type === 'finished' || type === 'failed'

const bytesOf = (events: readonly EngineEvent[]): Uint8Array => {
  const last = events.at(-1)
  if (last?.type !== 'finished') throw new Error(`The run ended with ${JSON.stringify(last)}.`)
  return last.bytes
}

/** As the store keeps a handle and reads it again. */
const stored = (handle: Json): Json => v.parse(Json, JSON.parse(JSON.stringify(handle)))

/** Runs until the engine waits for something that this test does not bring about. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

/** What every engine promises, whatever draws the pictures. */
export const engineConformance = (name: string, createEngine: CreateEngine): void => {
  describe(`${name} as an engine`, () => {
    it('says what it can do in the terms of the contract', async () => {
      const { capabilities, label } = await createEngine('quick')
      expect(v.parse(Capabilities, capabilities)).toEqual(capabilities)
      expect(label).not.toBe('')
      const ratios = capabilities.aspectRatios.map(({ ratio }) => ratio)
      expect(ratios.length).toBeGreaterThan(0)
      expect(new Set(ratios).size).toBe(ratios.length)
      expect(capabilities.formats.length).toBeGreaterThan(0)
    })

    it('starts with a handle that is plain JSON', async () => {
      const engine = await createEngine('quick')
      const handle = await engine.start(requestFor(engine), never())
      expect(stored(handle)).toEqual(handle)
    })

    it('draws from a stored handle after a restart, in the requested size and format', async () => {
      const before = await createEngine('quick')
      const after = await createEngine('quick')
      for (const format of before.capabilities.formats) {
        const picture = requestFor(before, { format })
        const handle = stored(await before.start(picture, never()))
        const header = readImageHeader(bytesOf(await collect(after.watch(handle, never()))))
        expect(header).toEqual({
          type: format === 'png' ? 'image/png' : 'image/jpeg',
          width: picture.width,
          height: picture.height,
        })
      }
    })

    it('gives the same bytes for the same handle again', async () => {
      const engine = await createEngine('quick')
      const handle = await engine.start(requestFor(engine), never())
      const first = bytesOf(await collect(engine.watch(handle, never())))
      const second = bytesOf(await collect(engine.watch(handle, never())))
      expect(Buffer.compare(first, second)).toBe(0)
    })

    it('reports progress that never falls, and ends with one last event', async () => {
      const engine = await createEngine('quick')
      const handle = await engine.start(requestFor(engine), never())
      const events = await collect(engine.watch(handle, never()))
      expect(events.filter(isLast)).toEqual([events.at(-1)])
      const fractions = events.flatMap((event) =>
        event.type === 'progress' && event.fraction !== null ? [event.fraction] : [],
      )
      expect(fractions).toEqual([...fractions].sort((one, other) => one - other))
      expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true)
    })

    it('starts nothing once the signal has aborted', async () => {
      const engine = await createEngine('quick')
      await expect(engine.start(requestFor(engine), AbortSignal.abort())).rejects.toThrow()
    })

    it('stops watching when the signal aborts, without a last event, and can be watched again', async () => {
      const engine = await createEngine('endless')
      const handle = await engine.start(requestFor(engine), never())
      for (const already of [false, true]) {
        const stop = new AbortController()
        if (already) stop.abort()
        const events = collect(engine.watch(handle, stop.signal))
        await settle()
        stop.abort()
        expect((await events).filter(isLast)).toEqual([])
      }
    })

    it('ends every watch of a run that is canceled, and of no other', async () => {
      const engine = await createEngine('endless')
      const canceled = await engine.start(requestFor(engine), never())
      const other = await engine.start(requestFor(engine, { index: 1, seed: 8 }), never())
      const stop = new AbortController()
      const watches = [1, 2].map(() => collect(engine.watch(canceled, never())))
      let otherEnded = false
      const otherWatch = collect(engine.watch(other, stop.signal)).finally(() => {
        otherEnded = true
      })
      await settle()
      await engine.cancel(stored(canceled))
      for (const events of [
        ...(await Promise.all(watches)),
        await collect(engine.watch(canceled, never())),
      ])
        expect(events.some(({ type }) => type === 'finished')).toBe(false)
      await settle()
      expect(otherEnded).toBe(false)
      stop.abort()
      await otherWatch
    })

    it('leaves a run that has ended as it ended', async () => {
      const engine = await createEngine('quick')
      const handle = await engine.start(requestFor(engine), never())
      const first = bytesOf(await collect(engine.watch(handle, never())))
      await engine.cancel(handle)
      const second = bytesOf(await collect(engine.watch(handle, never())))
      expect(Buffer.compare(first, second)).toBe(0)
    })
  })
}
