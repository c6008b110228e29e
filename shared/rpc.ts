import * as v from 'valibot'
import { AppError, ErrorCode } from './errors.ts'

type Schema = v.GenericSchema<unknown, unknown>

/** One end of a message channel between the plugin's main thread and its panel. Messages are structured clones. */
export type Port = {
  send: (message: unknown) => void
  /** Returns the way to stop listening. */
  listen: (listener: (message: unknown) => void) => () => void
}

export type Procedure = { readonly input: Schema; readonly output: Schema }
export type Procedures = Readonly<Record<string, Procedure>>
export type Handlers<P extends Procedures> = {
  readonly [K in keyof P]: (
    input: v.InferOutput<P[K]['input']>,
  ) => Promise<v.InferInput<P[K]['output']>> | v.InferInput<P[K]['output']>
}
export type Client<P extends Procedures> = {
  readonly [K in keyof P]: (
    input: v.InferInput<P[K]['input']>,
  ) => Promise<v.InferOutput<P[K]['output']>>
}

const Call = v.object({
  rpc: v.literal('call'),
  id: v.number(),
  name: v.string(),
  input: v.unknown(),
})
const Answer = v.variant('rpc', [
  v.object({ rpc: v.literal('result'), id: v.number(), output: v.unknown() }),
  v.object({ rpc: v.literal('error'), id: v.number(), code: ErrorCode, message: v.string() }),
])

const parse = <S extends Schema>(schema: S, value: unknown, what: string): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  throw new AppError(
    'bad_answer',
    `Maquette's two halves disagree about ${what}. Reopen the plugin.`,
    { details: { at: parsed.issues.map(({ path = [] }) => path.map(({ key }) => key)) } },
  )
}

const toAppError = (error: unknown): AppError =>
  error instanceof AppError
    ? error
    : new AppError('canvas_failed', 'Figma could not do that. Try again, or reopen the plugin.', {
        cause: error,
      })

/**
 * Answers calls from the other end. An error that is not in words for a person becomes one that is, with the first as
 * its cause. `onError` sees every failure before it is sent, so none is swallowed.
 * Returns the way to stop.
 */
export const serve = <P extends Procedures>(
  port: Port,
  procedures: P,
  handlers: Handlers<P>,
  onError: (error: AppError, name: string) => void,
): (() => void) => {
  const run = async (name: string, input: unknown): Promise<unknown> => {
    const procedure = Object.hasOwn(procedures, name) ? procedures[name] : undefined
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
    if (procedure === undefined || handler === undefined)
      throw new AppError('not_found', `Maquette does not know "${name}". Reopen the plugin.`)
    const output = await handler(parse(procedure.input, input, `the input of ${name}`))
    return parse(procedure.output, output, `the output of ${name}`)
  }
  return port.listen((message) => {
    const call = v.safeParse(Call, message)
    if (!call.success) return
    const { id, name, input } = call.output
    run(name, input).then(
      (output) => port.send({ rpc: 'result', id, output }),
      (thrown: unknown) => {
        const error = toAppError(thrown)
        onError(error, name)
        port.send({ rpc: 'error', id, code: error.code, message: error.message })
      },
    )
  })
}

/** Typed calls to the other end. A call rejects with an AppError when the handler does. */
export const connect = <P extends Procedures>(port: Port, procedures: P): Client<P> => {
  const waiting = new Map<
    number,
    { resolve: (output: unknown) => void; reject: (error: AppError) => void }
  >()
  let lastId = 0
  port.listen((message) => {
    const parsed = v.safeParse(Answer, message)
    if (!parsed.success) return
    const answer = parsed.output
    const call = waiting.get(answer.id)
    if (call === undefined) return
    waiting.delete(answer.id)
    if (answer.rpc === 'error') call.reject(new AppError(answer.code, answer.message))
    else call.resolve(answer.output)
  })
  const call = async (name: string, procedure: Procedure, input: unknown): Promise<unknown> => {
    const id = (lastId += 1)
    const output = await new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      port.send({
        rpc: 'call',
        id,
        name,
        input: parse(procedure.input, input, `the input of ${name}`),
      })
    })
    return parse(procedure.output, output, `the output of ${name}`)
  }
  const client = Object.entries(procedures).map(([name, procedure]) => [
    name,
    (input: unknown) => call(name, procedure, input),
  ])
  return Object.fromEntries(client) as Client<P>
}
