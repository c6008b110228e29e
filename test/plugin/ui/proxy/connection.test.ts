import { expect, test } from 'vitest'
import { createConnection } from '../../../../plugin/ui/proxy/connection.ts'
import { createApi } from '../../../../plugin/ui/proxy/create-api.ts'
import { createManualClock } from '../../../fakes/manual-clock.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import { eventually } from '../eventually.ts'

const connect = (port: number, token: string | null, clock = createManualClock()) => {
  const current = { token }
  const api = createApi({
    origin: `http://127.0.0.1:${port}`,
    token: () => current.token,
    fetch,
  })
  return { clock, current, ...createConnection({ api, token: () => current.token, clock }) }
}

test('with the right token it is connected and knows what the proxy can do', async () => {
  const { port, proxy } = await startProxy()
  const { check, connection, status } = connect(port, proxy.token)
  expect(connection.value.state).toBe('connecting')
  await check()
  expect(connection.value.state).toBe('connected')
  expect(status.value?.styles.map(({ id }) => id)).toEqual(['nua'])
})

test('without a token it is asked for, and a wrong one is said to be wrong', async () => {
  const { port, proxy } = await startProxy()
  const { check, connection, current } = connect(port, null)
  await check()
  expect(connection.value.state).toBe('token-needed')
  current.token = 'wrong'
  await check()
  expect(connection.value.state).toBe('token-rejected')
  current.token = proxy.token
  await check()
  expect(connection.value.state).toBe('connected')
})

test('a proxy that does not run is looked for ever more slowly, until it answers', async () => {
  const first = await startProxy()
  await first.stop()
  const { check, connection, status, clock } = connect(first.port, first.proxy.token)
  await check()
  expect(connection.value.state).toBe('not-running')
  expect(clock.waiting()).toBe(1)
  clock.advance(500)
  await eventually(() => expect(clock.waiting()).toBe(1))
  clock.advance(999)
  expect(clock.waiting()).toBe(1)
  expect(status.value).toBeNull()
})

test('something else at the proxy’s address is trouble, not a proxy', async () => {
  const api = createApi({
    origin: 'http://127.0.0.1:1',
    token: () => 'token',
    fetch: () => Promise.resolve(new Response('<html>', { status: 404 })),
  })
  const { check, connection } = createConnection({
    api,
    token: () => 'token',
    clock: createManualClock(),
  })
  await check()
  expect(connection.value).toEqual({
    state: 'trouble',
    message: "Something else than Maquette answered at the proxy's address (404).",
  })
})
