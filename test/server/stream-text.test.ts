import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { streamText } from '../../server/stream-text.ts'
import { createKeptLog } from './kept-log.ts'

const SECRET = 'a brief of a customer'

async function* brokenItems(): AsyncGenerator<string, void> {
  yield 'first'
  await Promise.resolve()
  throw new Error(SECRET)
}

test('a stream that breaks ends, and its error reaches neither the reader nor the console', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => printed.mockRestore())
  const { log, lines } = createKeptLog()
  const listener = getRequestListener(
    () => new Response(streamText(brokenItems, String, new AbortController().signal, log)),
  )
  const server = createServer((...exchange) => void listener(...exchange)).listen(0)
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const response = await fetch(`http://127.0.0.1:${address.port}`)
  expect(await response.text()).toBe('first')
  expect(printed.mock.calls).toEqual([])
  expect(lines.join()).toContain('A stream broke off')
  expect(lines.join()).not.toContain(SECRET)
})
