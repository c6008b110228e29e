import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Host } from '../../../server/studio/host/host.ts'
import { createTestHost } from '../create-test-host.ts'

type Edit = (host: Host, ids: readonly string[], at: number, amount: number) => void

const pick = (ids: readonly string[], at: number): string => ids[at % ids.length]!

const edits: Edit[] = [
  (host, ids, at, amount) => host.person.move([pick(ids, at)], amount, -amount),
  (host, ids, at, amount) => host.person.resize(pick(ids, at), amount + 1, 10),
  (host, ids, at) => host.person.rename(pick(ids, at), `renamed ${at}`),
  (host, ids, at) => host.person.setLocked(pick(ids, at), at % 2 === 0),
  (host, ids, at) => host.person.remove([pick(ids, at)]),
  (host, ids, at, amount) => host.person.duplicate([pick(ids, at), pick(ids, at + amount)]),
  (host, ids, at, amount) =>
    host.person.addFrame({
      name: 'inside',
      x: amount,
      y: at,
      width: 10,
      height: 10,
      parent: pick(ids, at),
    }),
  (host) => host.person.undo(),
]

const frame = { name: 'frame', x: 0, y: 0, width: 100, height: 100 }
const idsOf = (host: Host): string[] =>
  host.snapshot().nodes.flatMap(({ id, type }) => (type === 'FRAME' ? [id] : []))

test('undo leads back through every state, and redo forth again', () => {
  const Work = fc.array(fc.tuple(fc.nat(edits.length - 1), fc.nat(20), fc.nat(50)))
  fc.assert(
    fc.property(Work, (work) => {
      const host = createTestHost()
      host.person.addFrame(frame)
      for (const [edit, at, amount] of work) {
        if (idsOf(host).length === 0) host.person.addFrame(frame)
        edits[edit]!(host, idsOf(host), at, amount)
      }
      const states = [host.scene()]
      while (host.person.undo()) states.push(host.scene())
      expect(states.at(-1)?.nodes).toEqual([])
      expect(idsOf(host)).toEqual([])
      for (const state of states.toReversed().slice(1)) {
        host.person.redo()
        expect(host.scene()).toEqual(state)
      }
    }),
  )
})
