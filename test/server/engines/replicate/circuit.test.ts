import { describe, expect, it } from 'vitest'
import { createCircuit } from '../../../../server/engines/replicate/api/circuit.ts'
import type { Outcome } from '../../../../server/engines/replicate/api/outcome.ts'
import { createManualClock } from '../../../fakes/manual-clock.ts'
import { NEVER } from './open-engine.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

const answer = (status: number): Outcome => ({
  type: 'answer',
  status,
  headers: new Headers(),
  text: '',
  body: undefined,
})
const SILENCE: Outcome = { type: 'silence', sent: true }
const FINE = answer(201)

const open = () => {
  const clock = createManualClock()
  const world = { answers: FINE, probes: 0 }
  const circuit = createCircuit(() => {
    world.probes += 1
    return Promise.resolve(world.answers)
  }, clock)
  const said: string[] = []
  const started: string[] = []
  /** A picture that wants to start, and says so when it may. */
  const enter = (name: string, signal = NEVER) =>
    void circuit.enter(signal, (reason) => said.push(reason)).then(() => started.push(name))
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += SECOND) {
      clock.advance(SECOND)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const fail = (times: number, outcome = answer(503)) => {
    for (let time = 0; time < times; time += 1) circuit.record('start', outcome)
  }
  return { clock, world, circuit, said, started, enter, pass, fail }
}

describe('a circuit', () => {
  it.each([answer(500), answer(503), answer(408), SILENCE, { ...SILENCE, sent: false }])(
    'opens after five times %o in a row, and keeps pictures back with a word',
    async (outcome) => {
      const { circuit, fail, enter, pass, started, said } = open()
      fail(4, outcome)
      expect(circuit.trouble()).toBeNull()
      fail(1, outcome)
      enter('one')
      await pass(29 * SECOND)
      expect(started).toEqual([])
      expect(said).toEqual([
        'Replicate is not answering. Waiting until it does; nothing is charged.',
      ])
      expect(circuit.trouble()).toBe(said[0])
    },
  )

  it.each([401, 402, 404, 422, 429])('takes %i for an answer', async (status) => {
    const { circuit, fail, enter, pass, started } = open()
    fail(20, answer(status))
    fail(4)
    circuit.record('start', answer(status))
    fail(4)
    enter('one')
    await pass(SECOND)
    expect(circuit.trouble()).toBeNull()
    expect(started).toEqual(['one'])
  })

  it('counts what fails within a minute, and starts for themselves', async () => {
    const { circuit, fail, pass } = open()
    for (let time = 0; time < 20; time += 1) {
      fail(1)
      await pass(15 * SECOND)
    }
    expect(circuit.trouble()).toBeNull()
    await pass(MINUTE)
    for (let time = 0; time < 5; time += 1) {
      circuit.record('question', FINE)
      fail(1)
    }
    expect(circuit.trouble()).not.toBeNull()
  })

  it('opens by questions, too', () => {
    const { circuit } = open()
    for (let time = 0; time < 5; time += 1) circuit.record('question', SILENCE)
    expect(circuit.trouble()).not.toBeNull()
  })

  it('asks something free first, lets one try, and closes when that goes well', async () => {
    const { circuit, fail, enter, pass, started, world } = open()
    fail(5)
    for (const name of ['one', 'two', 'three']) enter(name)
    await pass(31 * SECOND)
    expect(started).toEqual(['one'])
    expect(world.probes).toBe(1)
    await pass(5 * SECOND)
    expect(started).toEqual(['one'])
    circuit.record('start', FINE)
    expect(circuit.trouble()).toBeNull()
    await pass(SECOND)
    expect(started).toEqual(['one', 'two', 'three'])
    expect(world.probes).toBe(1)
  })

  it('waits twice as long each time, up to five minutes, without sending a picture', async () => {
    const { fail, enter, pass, started, world } = open()
    world.answers = SILENCE
    fail(5)
    enter('one')
    const at: number[] = []
    for (let seconds = 0; seconds < 1100; seconds += 1) {
      const before = world.probes
      await pass(SECOND)
      if (world.probes > before) at.push(seconds + 1)
    }
    expect(at.map((time, index) => time - (at[index - 1] ?? 0))).toEqual([
      30, 60, 120, 240, 300, 300,
    ])
    expect(started).toEqual([])
    world.answers = FINE
    await pass(5 * MINUTE)
    expect(started).toEqual(['one'])
  })

  it('waits longer when the one that tried gets no answer', async () => {
    const { circuit, fail, enter, pass, started } = open()
    fail(5)
    // Three more were on their way when it opened.
    fail(3)
    enter('one')
    enter('two')
    await pass(31 * SECOND)
    expect(started).toEqual(['one'])
    circuit.record('start', SILENCE)
    await pass(59 * SECOND)
    expect(started).toEqual(['one'])
    await pass(2 * SECOND)
    expect(started).toEqual(['one', 'two'])
  })

  it('lets the next one try when the first one was called off', async () => {
    const { fail, enter, pass, started } = open()
    fail(5)
    const stop = new AbortController()
    enter('called off', stop.signal)
    await pass(31 * SECOND)
    stop.abort()
    enter('next')
    await pass(MINUTE)
    expect(started).toEqual(['called off', 'next'])
  })

  it('lets go at once when the signal aborts', async () => {
    const { clock, fail, circuit } = open()
    fail(5)
    const stop = new AbortController()
    const entering = circuit.enter(stop.signal)
    stop.abort()
    await entering
    expect(clock.waiting()).toBe(0)
  })
})
