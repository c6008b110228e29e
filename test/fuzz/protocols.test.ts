import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it, onTestFinished } from 'vitest'
import { notices, procedures } from '../../shared/canvas.ts'
import { hear } from '../../shared/notices.ts'
import { connect, serve } from '../../shared/rpc.ts'
import { createPortPair } from '../fakes/port-pair.ts'
import { createScriptedCanvas } from '../fakes/scripted-canvas.ts'
import { openPlugin } from '../plugin/main/open-plugin.ts'
import { DOCUMENT } from '../plugin/ui/open-desk.ts'

const NAMES = Object.keys(procedures) as (keyof typeof procedures)[]
const Answer = v.object({ rpc: v.picklist(['result', 'error']), id: v.number() })

/** What can be sent between threads: everything that structured clone takes. */
const anything = fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true })
/** What our host passes on. */
const plain = fc.jsonValue()

/** Calls as the panel makes them, of procedures that there are and that there are not, with what they do not take. */
const brokenCall = (anything: fc.Arbitrary<unknown>) =>
  fc
    .record({
      rpc: fc.constant('call'),
      id: fc.integer(),
      name: fc.oneof(
        fc.constantFrom(...NAMES),
        fc.constantFrom('toString', '__proto__', 'constructor'),
      ),
      input: fc.oneof(anything, fc.object()),
    })
    .filter(({ name, input }) => {
      const procedure = NAMES.find((one) => one === name)
      return procedure === undefined || !v.is(procedures[procedure].input, input)
    })
const garbage = (anything: fc.Arbitrary<unknown>) =>
  fc.oneof(
    anything,
    fc.record(
      { rpc: anything, id: anything, name: anything, input: anything },
      { requiredKeys: [] },
    ),
    fc.record({ notice: anything, value: anything }, { requiredKeys: [] }),
  )

/** Until every message that is on its way has arrived. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('the canvas', () => {
  it('keeps standing when the name of a call is no text', async () => {
    const [ui, main] = createPortPair()
    const canvas = createScriptedCanvas(main, { document: DOCUMENT, token: null })
    ui.send({ rpc: 'call', id: 1, name: { toString: null, valueOf: null } })
    await settle()
    expect(canvas.state.calls).toEqual([])
  })

  it('answers each broken call with an error, and nothing that is no call', async () => {
    const [ui, main] = createPortPair()
    const canvas = createScriptedCanvas(main, { document: DOCUMENT, token: null })
    const state = () => ({ ...structuredClone(canvas.state), calls: null, told: null })
    const before = state()
    const heard: unknown[] = []
    ui.listen((message) => heard.push(message))
    await fc.assert(
      fc.asyncProperty(brokenCall(anything), garbage(anything), async (call, noise) => {
        heard.length = 0
        ui.send(noise)
        ui.send(call)
        await settle()
        expect(heard.map((message) => v.parse(Answer, message))).toEqual([
          { rpc: 'error', id: call.id },
        ])
      }),
      { numRuns: 1000 },
    )
    expect(state()).toEqual(before)
  })

  it('stays as it is, in the plugin as it is built', async () => {
    const { host, port, canvas } = await openPlugin()
    const before = host.snapshot()
    const heard: unknown[] = []
    port.listen((message) => heard.push(message))
    await fc.assert(
      fc.asyncProperty(brokenCall(plain), garbage(plain), async (call, noise) => {
        port.send(noise)
        port.send(call)
        await expect
          .poll(() => heard.filter((message) => v.is(Answer, message)), { interval: 1 })
          .toHaveLength(1)
        heard.length = 0
      }),
      { numRuns: 150 },
    )
    expect(host.snapshot()).toEqual(before)
    expect(await canvas.listPlaceholders()).toEqual({ placeholders: [] })
  })
})

describe('the panel', () => {
  it('takes no answer for one that it did not ask for, and no notice that is none', async () => {
    const [ui, main] = createPortPair()
    const client = connect(ui, procedures)
    const heard: unknown[] = []
    const troubles: unknown[] = []
    const listeners = {
      selectionChanged: (value: unknown) => heard.push(value),
      placeholdersChanged: (value: unknown) => heard.push(value),
      rejectsChanged: (value: unknown) => heard.push(value),
      sweepsChanged: (value: unknown) => heard.push(value),
    }
    onTestFinished(hear(ui, notices, listeners, (error) => troubles.push(error)))
    const answer = fc.record({
      rpc: fc.constantFrom('result', 'error'),
      id: fc.integer({ min: 2 }),
      output: anything,
      code: anything,
      message: anything,
    })
    const isTrue = ({ notice, value }: { notice: string; value: unknown }): boolean =>
      Object.entries(notices).some(([name, schema]) => name === notice && v.is(schema, value))
    const notice = fc
      .record({
        notice: fc.oneof(
          fc.constantFrom(...Object.keys(notices), 'toString', '__proto__'),
          fc.string(),
        ),
        value: anything,
      })
      .filter((message) => !isTrue(message))
    const waiting = client.listPlaceholders(undefined)
    await fc.assert(
      fc.asyncProperty(fc.oneof(answer, notice, garbage(anything)), async (message) => {
        main.send(message)
        await settle()
        expect(heard).toEqual([])
      }),
      { numRuns: 1000 },
    )
    expect(troubles.length).toBeGreaterThan(0)
    main.send({ rpc: 'result', id: 1, output: { placeholders: [] } })
    expect(await waiting).toEqual({ placeholders: [] })
  })

  it('turns an answer of another shape into words', async () => {
    const [ui, main] = createPortPair()
    const client = connect(ui, procedures)
    let id = 0
    await fc.assert(
      fc.asyncProperty(anything, async (output) => {
        fc.pre(!v.is(procedures.listPlaceholders.output, output))
        const asked = client.listPlaceholders(undefined)
        main.send({ rpc: 'result', id: (id += 1), output })
        await expect(asked).rejects.toMatchObject({ code: 'bad_answer' })
      }),
      { numRuns: 500 },
    )
  })
})

it('a handler that fails in any way is an answer in words', async () => {
  const [ui, main] = createPortPair()
  const errors: unknown[] = []
  let thrown: unknown
  const echo = { echo: { input: v.unknown(), output: v.unknown() } } as const
  serve(
    main,
    echo,
    {
      echo: () => {
        throw thrown
      },
    },
    (error) => errors.push(error),
  )
  const client = connect(ui, echo)
  await fc.assert(
    fc.asyncProperty(anything, async (value) => {
      thrown = value
      await expect(client.echo(1)).rejects.toMatchObject({ name: 'AppError' })
    }),
    { numRuns: 300 },
  )
  expect(errors).toHaveLength(300)
})
