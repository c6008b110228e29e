import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { hear, notifier } from '../../shared/notices.ts'
import type { Port } from '../../shared/rpc.ts'
import { connect, serve } from '../../shared/rpc.ts'

type Channel = { readonly a: Port; readonly b: Port; readonly seen: unknown[] }

/** Two ends that pass structured clones, as `postMessage` does. */
const channel = (): Channel => {
  const listeners = {
    a: new Set<(message: unknown) => void>(),
    b: new Set<(message: unknown) => void>(),
  }
  const seen: unknown[] = []
  const end = (own: 'a' | 'b', other: 'a' | 'b'): Port => ({
    send: (message) => {
      const clone: unknown = structuredClone(message)
      seen.push(clone)
      queueMicrotask(() => listeners[other].forEach((listener) => listener(clone)))
    },
    listen: (listener) => {
      listeners[own].add(listener)
      return () => listeners[own].delete(listener)
    },
  })
  return { a: end('a', 'b'), b: end('b', 'a'), seen }
}

const procedures = {
  double: { input: v.number(), output: v.number() },
  echo: { input: v.instance(Uint8Array), output: v.instance(Uint8Array) },
} as const

const setUp = (
  handlers = { double: (n: number) => n * 2, echo: (bytes: Uint8Array<ArrayBuffer>) => bytes },
) => {
  const { a, b } = channel()
  const errors: [unknown, string][] = []
  const stop = serve(b, procedures, handlers, (error, name) => errors.push([error, name]))
  return { client: connect(a, procedures), a, b, errors, stop }
}

describe('connect and serve', () => {
  it('answers each call with its own result', async () => {
    const { client } = setUp()
    expect(await Promise.all([client.double(2), client.double(21)])).toEqual([4, 42])
    expect(await client.echo(new Uint8Array([1, 2]))).toEqual(new Uint8Array([1, 2]))
  })

  it('rejects with the code and words of the error on the other side, and reports it there', async () => {
    const { client, errors } = setUp({
      double: () => {
        throw new AppError('canvas_failed', 'The page is gone.')
      },
      echo: (bytes) => bytes,
    })
    await expect(client.double(1)).rejects.toMatchObject({
      code: 'canvas_failed',
      message: 'The page is gone.',
    })
    expect(errors).toHaveLength(1)
  })

  it('refuses an input of the wrong type on both sides', async () => {
    const { client, a } = setUp()
    await expect(client.double('two' as never)).rejects.toMatchObject({ code: 'bad_answer' })
    const answer = new Promise((resolve) => a.listen(resolve))
    a.send({ rpc: 'call', id: 99, name: 'double', input: 'two' })
    expect(await answer).toMatchObject({ rpc: 'error', id: 99, code: 'bad_answer' })
  })

  it('refuses an output of the wrong type', async () => {
    const { client } = setUp({ double: () => 'four' as never, echo: (bytes) => bytes })
    await expect(client.double(2)).rejects.toMatchObject({ code: 'bad_answer' })
  })

  it.each(['triple', 'toString', '__proto__', 'constructor'])('does not know %s', async (name) => {
    const { a } = setUp()
    const answer = new Promise((resolve) => a.listen(resolve))
    a.send({ rpc: 'call', id: 1, name, input: 1 })
    expect(await answer).toMatchObject({ rpc: 'error', code: 'not_found' })
  })

  it.each([undefined, null, 'text', 7, {}, { rpc: 'call' }, { rpc: 'result', id: 4 }])(
    'passes over a foreign message: %j',
    async (message) => {
      const { client, a, b, errors } = setUp()
      a.send(message)
      b.send(message)
      expect(await client.double(1)).toBe(2)
      expect(errors).toEqual([])
    },
  )
})

describe('notifier and hear', () => {
  const notices = { moved: v.object({ x: v.number() }) } as const

  it('carries typed values one way and reports those that do not fit', async () => {
    const { a, b } = channel()
    const moved: unknown[] = []
    const errors: unknown[] = []
    hear(b, notices, { moved: (value) => moved.push(value) }, (error) => errors.push(error))
    notifier(a, notices)('moved', { x: 3 })
    a.send({ notice: 'moved', value: { x: 'three' } })
    a.send({ notice: 'toString', value: 1 })
    await Promise.resolve()
    await Promise.resolve()
    expect(moved).toEqual([{ x: 3 }])
    expect(errors).toHaveLength(1)
  })
})
