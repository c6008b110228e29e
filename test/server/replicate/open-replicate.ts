import { onTestFinished } from 'vitest'
import type { FakeReplicateOptions } from '../../fakes/replicate/create-fake-replicate.ts'
import { createFakeReplicate } from '../../fakes/replicate/create-fake-replicate.ts'
import { startProxy } from '../start-proxy.ts'

export const MODEL = 'maker/nua-figurine'
export const TOKEN = 'r8_canary_0123456789abcdefghijklmnop'

type ProxyChanges = Parameters<typeof startProxy>[0] & {
  readonly token?: string
  readonly model?: string | null
}

/** A fake Replicate, which has to be clean when the test ends, and proxies in front of it. */
export const openReplicate = async (options: FakeReplicateOptions = {}) => {
  const fake = createFakeReplicate({ token: TOKEN, ...options })
  const { url } = await fake.start()
  onTestFinished(async () => {
    await fake.stop()
    fake.expectClean()
  })
  const start = ({ token = TOKEN, model = MODEL, config, ...changes }: ProxyChanges = {}) =>
    startProxy({
      ...(options.clock && { clock: options.clock }),
      ...changes,
      config: { replicate: { token, url: `${url}/v1`, model }, ...config },
    })
  return { fake, url, start }
}
