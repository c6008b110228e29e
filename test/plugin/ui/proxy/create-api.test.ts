import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createApi } from '../../../../plugin/ui/proxy/create-api.ts'
import { startProxy } from '../../../server/start-proxy.ts'

const listen = async (answer: RequestListener): Promise<number> => {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

test('a redirect is not followed: the token stays at the proxy', async () => {
  const asked: string[] = []
  const elsewhere = await listen((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  const port = await listen((_, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${elsewhere}/` }).end()
  })
  const api = createApi({ origin: `http://127.0.0.1:${port}`, token: () => 'secret', fetch })
  await expect(api.getStatus({})).rejects.toMatchObject({ code: 'proxy_unreachable' })
  expect(asked).toEqual([])
})

test('a refusal keeps the proxy’s code and words', async () => {
  const { port, proxy } = await startProxy()
  const api = createApi({ origin: `http://127.0.0.1:${port}`, token: () => proxy.token, fetch })
  const id = `job_${'0'.repeat(20)}` as never
  await expect(api.getJob({ params: { id } })).rejects.toMatchObject({ code: 'not_found' })
})

test('an answer of another shape is refused in words', async () => {
  const api = createApi({
    origin: 'http://127.0.0.1:1',
    token: () => null,
    fetch: () => Promise.resolve(Response.json({ version: 3 })),
  })
  await expect(api.getStatus({})).rejects.toThrow(/update both/)
})
