import Replicate from 'replicate'
import type { ManualClock } from '../manual-clock.ts'
import { createManualClock } from '../manual-clock.ts'
import type { FakeReplicate, FakeReplicateOptions } from './create-fake-replicate.ts'
import { createFakeReplicate } from './create-fake-replicate.ts'

export type OpenFake = FakeReplicate & {
  readonly url: string
  readonly clock: ManualClock
  readonly client: Replicate
  /** A request with the token; a body is sent as JSON. */
  readonly request: (path: string, init?: Init) => Promise<Response>
}

type Init = Omit<RequestInit, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
}

/** A started fake whose time stands still until its clock is moved, and the real client in front of it. */
export const openFake = async (options: FakeReplicateOptions = {}): Promise<OpenFake> => {
  const clock = createManualClock()
  const fake = createFakeReplicate({ clock, timing: { startMs: 1000, runMs: 2000 }, ...options })
  const { url } = await fake.start()
  const client = new Replicate({ auth: fake.token, baseUrl: `${url}/v1`, useFileOutput: false })
  return {
    ...fake,
    url,
    clock,
    client,
    request: (path, { json, ...init } = {}) =>
      fetch(`${url}${path}`, {
        ...init,
        ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) }),
        headers: { authorization: `Bearer ${fake.token}`, ...init.headers },
      }),
  }
}
