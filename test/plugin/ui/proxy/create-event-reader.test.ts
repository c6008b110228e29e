import { createParser } from 'eventsource-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StreamEvent } from '../../../../plugin/ui/proxy/create-event-reader.ts'
import { createEventReader } from '../../../../plugin/ui/proxy/create-event-reader.ts'

const read = (...pieces: readonly string[]): StreamEvent[] => {
  const events: StreamEvent[] = []
  const take = createEventReader((event) => events.push(event))
  pieces.forEach(take)
  return events
}

describe('createEventReader', () => {
  it.each<[string, string, StreamEvent[]]>([
    ['one line', 'data: a\n\n', [{ data: 'a', id: null }]],
    ['lines that end in CR LF', 'data: a\r\n\r\n', [{ data: 'a', id: null }]],
    ['lines that end in CR', 'data: a\r\rdata: b', [{ data: 'a', id: null }]],
    ['data of many lines', 'data: a\ndata\ndata:  b\n\n', [{ data: 'a\n\n b', id: null }]],
    ['no space, and colons', 'data:{"a":"b:c"}\n\n', [{ data: '{"a":"b:c"}', id: null }]],
    ['empty data', 'data\n\n', [{ data: '', id: null }]],
    ['comments', ':\n: alive\n\n:data: a\ndata: b\n\n', [{ data: 'b', id: null }]],
    ['names, retry times and unknown fields', 'event: x\nretry: 9\nDATA: y\n\n', []],
    ['an id without data', 'id: 7\n\ndata: a\n\n', [{ data: 'a', id: '7' }]],
    ['an id with NUL', 'id: 7\ndata: a\nid: 8\0\n\n', [{ data: 'a', id: '7' }]],
    [
      'an id that stays until the next',
      'id: 7\ndata: a\n\ndata: b\n\nid: 8\ndata: c\n\n',
      [
        { data: 'a', id: '7' },
        { data: 'b', id: '7' },
        { data: 'c', id: '8' },
      ],
    ],
    ['an event that is not finished', 'data: a\n', []],
  ])('reads %s', (_name, text, events) => {
    expect(read(text)).toEqual(events)
    expect(read(...Array.from(text))).toEqual(events)
  })

  it('reads the same wherever the pieces end, and what another reader reads', () => {
    const line = fc.constantFrom(
      'data: a',
      'data:b',
      'data',
      'id: 1',
      'id: 2',
      ': c',
      'event: d',
      '',
    )
    const end = fc.constantFrom('\n', '\r\n', '\r')
    const stream = fc
      .array(fc.tuple(line, end))
      .map((lines) => `${lines.map((parts) => parts.join('')).join('')}:\n`)
    fc.assert(
      fc.property(stream, fc.array(fc.nat(80)), (text, cuts) => {
        const ends = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b)
        const pieces = ends.map((at, index) => text.slice(at, ends[index + 1]))
        const theirs: string[] = []
        createParser({ onEvent: ({ data }) => theirs.push(data) }).feed(text)
        expect(read(...pieces)).toEqual(read(text))
        expect(read(text).map(({ data }) => data)).toEqual(theirs)
      }),
    )
  })
})
