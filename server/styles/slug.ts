import * as v from 'valibot'
import { StyleId } from '../../shared/ids.ts'

const LENGTH = 48

/** An id made from a name: lower-case letters, digits and hyphens; `-2`, `-3` … when it is taken. */
export const slug = (name: string, isTaken: (id: StyleId) => boolean): StyleId => {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LENGTH)
    .replace(/^-+|-+$/g, '')
  const base = plain === '' ? 'style' : plain
  for (let count = 1; ; count += 1) {
    const id = v.parse(StyleId, count === 1 ? base : `${base}-${count}`)
    if (!isTaken(id)) return id
  }
}
