/** An event of a stream; `id` is the latest one that the stream has given, null before the first. */
export type StreamEvent = { readonly data: string; readonly id: string | null }

/**
 * Reads server-sent events from text that arrives in pieces of any size (HTML living standard, 9.2.6). Event names and
 * retry times are passed over: the proxy sends none.
 */
export const createEventReader = (
  onEvent: (event: StreamEvent) => void,
): ((piece: string) => void) => {
  let rest = ''
  let data: string[] = []
  let id: string | null = null

  const takeLine = (line: string): void => {
    if (line === '') {
      if (data.length > 0) onEvent({ data: data.join('\n'), id })
      data = []
      return
    }
    const [field, ...after] = line.split(':')
    const value = after.join(':').replace(/^ /, '')
    if (field === 'data') data.push(value)
    if (field === 'id' && !value.includes('\0')) id = value
  }

  return (piece) => {
    // A carriage return at the end may be half of a line's end.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    lines.forEach(takeLine)
  }
}
