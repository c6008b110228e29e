import type Replicate from 'replicate'
import type { Clock } from '../../../clock.ts'
import { wait } from '../../../wait.ts'
import type { Access } from './ask-once.ts'
import { askOnce } from './ask-once.ts'
import { backoff } from './backoff.ts'
import { createBucket } from './bucket.ts'
import type { Circuit } from './circuit.ts'
import { createCircuit } from './circuit.ts'
import type { Outcome } from './outcome.ts'
import { isTransient } from './outcome.ts'
import { readThrottle } from './throttle.ts'

/** What a run is made of: a version, or an official model by its name; and the input. */
export type Order = {
  readonly target: { readonly version: string } | { readonly owner: string; readonly name: string }
  readonly input: Readonly<Record<string, unknown>>
}

/** A training: a version of a trainer, the model that the result goes into, and the input. */
export type TrainingOrder = {
  readonly owner: string
  readonly name: string
  readonly version: string
  readonly destination: `${string}/${string}`
  readonly input: Readonly<Record<string, unknown>>
}

export type Api = {
  /** Resolves when a run may be started, or when the signal aborts; `say` is told why that takes a while. */
  ready: (signal: AbortSignal, say?: (reason: string) => void) => Promise<void>
  trouble: Circuit['trouble']
  /** For whoever is `ready`. Asks once, and again only after a 429, which accepts nothing; `say` is told of the wait. */
  createPrediction: (
    order: Order,
    signal: AbortSignal,
    say?: (reason: string) => void,
  ) => Promise<Outcome>
  /** Like `createPrediction`. */
  createTraining: (
    order: TrainingOrder,
    signal: AbortSignal,
    say?: (reason: string) => void,
  ) => Promise<Outcome>
  getTraining: (id: string, signal: AbortSignal) => Promise<Outcome>
  cancelTraining: (id: string, signal: AbortSignal) => Promise<Outcome>
  /** Newest first. `next`: the address that the page before named. */
  listTrainings: (next: string | null, signal: AbortSignal) => Promise<Outcome>
  /** A private model. Asks once: whoever gets no answer looks whether it is there. */
  createModel: (
    owner: string,
    name: string,
    description: string,
    signal: AbortSignal,
  ) => Promise<Outcome>
  listVersions: (owner: string, name: string, signal: AbortSignal) => Promise<Outcome>
  getAccount: (signal: AbortSignal) => Promise<Outcome>
  /** Sent again where nobody answers: a file that was stored for nothing costs nothing and goes away by itself. */
  createFile: (content: File, signal: AbortSignal) => Promise<Outcome>
  deleteFile: (id: string, signal: AbortSignal) => Promise<Outcome>
  /** Asks once: whoever watches a run asks again in its own time. */
  getPrediction: (id: string, signal: AbortSignal) => Promise<Outcome>
  /** Canceling twice is canceling once, so these are asked again when nobody answers. */
  cancelPrediction: (id: string, signal: AbortSignal) => Promise<Outcome>
  /** `next`: the address that the page before named. */
  listPredictions: (
    from: { readonly after: string } | { readonly next: string },
    signal: AbortSignal,
  ) => Promise<Outcome>
  getModel: (owner: string, name: string, signal: AbortSignal) => Promise<Outcome>
  getVersion: (
    owner: string,
    name: string,
    version: string,
    signal: AbortSignal,
  ) => Promise<Outcome>
}

/** Replicate's own limits (docs: rate limits); short bursts are allowed, how short is not said. */
const CREATES = { perMinute: 600, burst: 30 }
const CALLS = { perMinute: 3000, burst: 50 }
const TRIES = 5
/** The largest file at a megabit a second. Milliseconds. */
const UPLOAD_MS = 15 * 60_000
/** Trainings bring their own machine: what the model is made with is not used (replicate.md 2.10). */
const HARDWARE = 'cpu'

type Options = Access & { readonly clock: Clock; readonly random: () => number }

/** Replicate's HTTP API: every request is a decision made here, one at a time. */
export const createApi = ({ clock, random, ...access }: Options): Api => {
  const creates = createBucket(CREATES, clock)
  const calls = createBucket(CALLS, clock)
  const circuit = createCircuit(
    (signal) => call((client) => client.accounts.current(), signal),
    clock,
  )

  const call = async (
    use: (client: Replicate) => Promise<unknown>,
    signal: AbortSignal,
    within = access.timeoutMs,
  ): Promise<Outcome> => {
    await calls.take(signal)
    const outcome = await askOnce({ ...access, timeoutMs: within }, use, signal)
    if (!signal.aborted) circuit.record('question', outcome)
    if (outcome.type === 'answer' && outcome.status === 429)
      calls.slow(readThrottle(outcome, clock.now()))
    return outcome
  }

  const persist = async (
    use: (client: Replicate) => Promise<unknown>,
    signal: AbortSignal,
    within?: number,
  ): Promise<Outcome> => {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await call(use, signal, within)
      if (!isTransient(outcome) || attempt === TRIES || signal.aborted) return outcome
      await wait(clock, backoff(attempt, outcome, clock.now(), random), signal)
    }
  }

  /** Not asked while Replicate is down: no press should wait for that. */
  const read: typeof persist = async (use, signal) =>
    circuit.trouble() === null ? persist(use, signal) : { type: 'silence', sent: false }

  /** For what is paid: sent again only after a 429, which accepts nothing. */
  const begin = async (
    use: (client: Replicate) => Promise<unknown>,
    signal: AbortSignal,
    say?: (reason: string) => void,
  ): Promise<Outcome> => {
    for (;;) {
      const outcome = await askOnce(access, use, signal)
      if (!signal.aborted) circuit.record('start', outcome)
      if (outcome.type === 'silence' || outcome.status !== 429) return outcome
      creates.slow(readThrottle(outcome, clock.now()))
      await creates.take(signal, say)
    }
  }

  return {
    ready: async (signal, say) => {
      await circuit.enter(signal, say)
      await creates.take(signal, say)
    },
    trouble: circuit.trouble,
    createPrediction: ({ target, input }, signal, say) => {
      const options =
        'version' in target
          ? { version: target.version, input }
          : { model: `${target.owner}/${target.name}`, input }
      return begin((client) => client.predictions.create(options), signal, say)
    },
    createTraining: ({ owner, name, version, destination, input }, signal, say) =>
      begin(
        (client) => client.trainings.create(owner, name, version, { destination, input }),
        signal,
        say,
      ),
    getTraining: (id, signal) => call((client) => client.trainings.get(id), signal),
    cancelTraining: (id, signal) => persist((client) => client.trainings.cancel(id), signal),
    listTrainings: (next, signal) =>
      persist(
        (client) =>
          next === null ? client.trainings.list() : client.request(next, { method: 'GET' }),
        signal,
      ),
    createModel: (owner, name, description, signal) =>
      call(
        (client) =>
          client.models.create(owner, name, {
            visibility: 'private',
            hardware: HARDWARE,
            description,
          }),
        signal,
      ),
    listVersions: (owner, name, signal) =>
      persist((client) => client.models.versions.list(owner, name), signal),
    getAccount: (signal) => persist((client) => client.accounts.current(), signal),
    createFile: (content, signal) =>
      persist((client) => client.files.create(content), signal, UPLOAD_MS),
    deleteFile: (id, signal) => call((client) => client.files.delete(id), signal),
    getPrediction: (id, signal) => call((client) => client.predictions.get(id), signal),
    cancelPrediction: (id, signal) => persist((client) => client.predictions.cancel(id), signal),
    listPredictions: (from, signal) =>
      persist(
        (client) =>
          'next' in from
            ? client.request(from.next, { method: 'GET' })
            : client.request('/predictions', {
                method: 'GET',
                params: { created_after: from.after },
              }),
        signal,
      ),
    getModel: (owner, name, signal) => read((client) => client.models.get(owner, name), signal),
    getVersion: (owner, name, version, signal) =>
      read((client) => client.models.versions.get(owner, name, version), signal),
  }
}
