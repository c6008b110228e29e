import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

type Raw = {
  readonly method?: string
  /** As it stands in the first line: a path, a whole address or anything. */
  readonly target?: string
  readonly version?: '1.0' | '1.1'
  readonly headers?: readonly string[]
  /** Sent as JSON. */
  readonly json?: unknown
  /** The address to connect to. */
  readonly address?: string
}

/** Sends exactly these lines over a socket, which fetch would not, and returns all that comes back. */
export const rawRequest = async (port: number, raw: Raw): Promise<string> => {
  const { method = 'GET', target = '/v1/status', version = '1.1', headers = [] } = raw
  const body = raw.json === undefined ? '' : JSON.stringify(raw.json)
  const content =
    body === ''
      ? []
      : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]
  const lines = [
    `${method} ${target} HTTP/${version}`,
    ...headers.map((header) => header.replaceAll('PORT', String(port))),
    ...content,
    'Connection: close',
    '',
    body,
  ]
  const socket = connect(port, raw.address ?? '127.0.0.1')
  socket.write(lines.join('\r\n'))
  return text(socket)
}

/** NaN where nothing was answered. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
