import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inspectRemoteWeights } from '../../../server/weights/inspect-remote-weights.ts'
import { loraFile } from '../../fakes/replicate/trained-weights.ts'
import { openReplicate } from '../replicate/open-replicate.ts'
import { startProxy, temporaryFolder } from '../start-proxy.ts'

const run = promisify(execFile)
const ENTRY = join(import.meta.dirname, '../../../server/import-weights.ts')
const LORA = loraFile(16)
const HASH = createHash('sha256').update(LORA).digest('hex')

describe('weights that were trained elsewhere', () => {
  it('become a version by the command, are checked, and Replicate says that it cannot draw them', async () => {
    const { start } = await openReplicate()
    const { port, proxy, call, refusal } = await start()
    const file = join(temporaryFolder(), 'nua-v1.safetensors')
    const command = async (path: string) => {
      const env = { PATH: process.env.PATH, MAQUETTE_PORT: String(port), MAQUETTE_DATA: data }
      return run(process.execPath, [ENTRY, 'nua', path], { env }).catch((error: unknown) => error)
    }
    const data = temporaryFolder()
    writeFileSync(join(data, 'token'), `${proxy.token}\n`, { mode: 0o600 })
    writeFileSync(file, LORA.subarray(0, -1))
    expect(await command(file)).toMatchObject({
      stderr: expect.stringMatching(/ends too early/) as string,
    })
    writeFileSync(file, LORA)
    expect(await command(file)).toMatchObject({
      stdout: 'It is v1 of Nua figurine now. Make it the default in the panel: Edit style.\n',
    })
    const [style] = (await call('listStyles', '/v1/styles')).styles
    const model = `local/nua:${HASH}`
    expect(style).toMatchObject({
      model: null,
      versions: [{ number: 1, model, origin: { type: 'imported', name: 'nua-v1.safetensors' } }],
    })
    expect((await refusal(`/v1/models?name=${encodeURIComponent(model)}`)).message).toMatch(
      /a file on the proxy, and Replicate cannot draw with it/,
    )
    expect(await command(file)).toMatchObject({
      stderr: 'The style has this model already: it is v1.\n',
    })
  })

  it('are streamed in, of any type but theirs refused', async () => {
    const { request, refusal } = await startProxy()
    const path = '/v1/styles/nua/weights?name=x.safetensors'
    expect(await refusal(path, { body: LORA })).toMatchObject({ status: 415 })
    const headers = { 'content-type': 'application/octet-stream' }
    expect((await request(path, { body: LORA, headers })).status).toBe(201)
    expect(await refusal('/v1/styles/none/weights?name=x', { body: LORA, headers })).toMatchObject({
      status: 404,
    })
    expect(
      await refusal('/v1/styles/nua/imports', {
        json: { url: 'https://127.0.0.1/lora.safetensors' },
      }),
    ).toMatchObject({ status: 400, message: expect.stringMatching(/open internet/) as string })
  })
})

/** A server that stands for https://weights.example; `parts`: it answers with the part that was asked for. */
const serve = async (bytes: Buffer, parts: boolean) => {
  let sent = 0
  const server = createServer((request, response) => {
    if (request.url === '/moved') {
      response.writeHead(302, { location: '/lora.safetensors' }).end()
      return
    }
    if (request.url !== '/lora.safetensors') {
      response.writeHead(401).end()
      return
    }
    const [, from = '0', to = '0'] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
    const part = parts ? bytes.subarray(Number(from), Number(to) + 1) : bytes
    sent += part.length
    response
      .writeHead(parts ? 206 : 200, {
        'content-length': part.length,
        ...(parts && { 'content-range': `bytes ${from}-${to}/${bytes.length}` }),
      })
      .end(part)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const fetchHere: typeof fetch = (input, init) =>
    fetch(
      new URL(
        new URL(input instanceof Request ? input.url : input).pathname,
        `http://127.0.0.1:${port}`,
      ),
      init,
    )
  const inspect = (path: string, address = '93.184.216.34') =>
    inspectRemoteWeights(`https://weights.example${path}`, {
      fetch: fetchHere,
      lookup: () => Promise.resolve([address]),
    })
  return { inspect, sent: () => sent }
}

describe('weights at an address', () => {
  it.each([true, false])('are checked by their header (parts: %s)', async (parts) => {
    const { inspect } = await serve(LORA, parts)
    expect(await inspect('/lora.safetensors')).toMatchObject({ rank: 16, bytes: LORA.length })
    expect(await inspect('/moved')).toMatchObject({ rank: 16 })
  })

  it('are not downloaded for that', async () => {
    const { inspect, sent } = await serve(Buffer.concat([LORA, Buffer.alloc(5_000_000)]), true)
    await expect(inspect('/lora.safetensors')).rejects.toThrow(/incomplete or damaged/)
    expect(sent()).toBeLessThan(5000)
  })

  it('that need a password, or are inside our network, are refused', async () => {
    const { inspect } = await serve(LORA, true)
    await expect(inspect('/private')).rejects.toThrow(/without a password/)
    await expect(inspect('/lora.safetensors', '10.0.0.1')).rejects.toThrow(/open internet/)
    await expect(inspect('/lora.safetensors', '::1')).rejects.toThrow(/open internet/)
  })
})
