import { expect, test } from 'vitest'
import { likenessOf, prepare } from '../../../../server/datasets/checks/pixels/likeness.ts'
import { lookAt } from '../../../../server/datasets/checks/pixels/look.ts'
import { packPrint, unpackPrint } from '../../../../server/datasets/checks/pixels/print.ts'
import { COPIES } from './change-picture.ts'
import { BRIEFS, drawFigurine } from './draw-figurine.ts'

const preparedOf = async (bytes: Uint8Array) => {
  const { print } = await lookAt(bytes)
  // As it is kept in the database.
  return prepare(unpackPrint(packPrint(print))!)
}

/** test/bench/near-duplicates says how often, over more of them. */
test('copies of a figurine are found however they were changed, and no two figurines are one', async () => {
  const drawn = await Promise.all(BRIEFS.map((brief) => drawFigurine(brief, 7)))
  const prints = await Promise.all(drawn.map(preparedOf))
  for (const [at, one] of prints.entries())
    for (const other of prints.slice(0, at)) expect(likenessOf(one, other)?.kind).not.toBe('same')
  const copies = Object.entries(COPIES)
  for (const [at, [name, change]] of copies.entries()) {
    const original = at % prints.length
    const copy = await preparedOf(await change(drawn[original]!))
    const found = likenessOf(prints[original]!, copy)
    expect([name, found?.kind]).toEqual([name, 'same'])
    expect([name, found?.mirrored]).toEqual([name, name.startsWith('mirrored')])
    const another = prints[(original + 1) % prints.length]!
    expect([name, likenessOf(another, copy)?.kind]).not.toEqual([name, 'same'])
  }
}, 60_000)
