import { signal } from '@preact/signals-core'
import { expect, test } from 'vitest'
import { keepDrawn } from '../../../plugin/ui/keep-drawn.ts'

const setUp = () => {
  const name = signal('a')
  const isShown = signal(true)
  const drawn: string[] = []
  keepDrawn(() => void drawn.push(isShown.value ? name.value : '–'))
  return { name, isShown, drawn }
}
const moment = () => new Promise((resolve) => setImmediate(resolve))

test('draws at once, and once more for all changes of a moment', async () => {
  const { name, isShown, drawn } = setUp()
  expect(drawn).toEqual(['a'])
  name.value = 'b'
  isShown.value = false
  isShown.value = true
  name.value = 'c'
  expect(drawn).toEqual(['a'])
  await moment()
  expect(drawn).toEqual(['a', 'c'])
})

test('goes on drawing, for what it read last and nothing else', async () => {
  const { name, isShown, drawn } = setUp()
  isShown.value = false
  await moment()
  name.value = 'b'
  await moment()
  expect(drawn).toEqual(['a', '–'])
  isShown.value = true
  await moment()
  name.value = 'c'
  await moment()
  expect(drawn).toEqual(['a', '–', 'b', 'c'])
})

test('draws again when drawing itself changes what it read', async () => {
  const count = signal(0)
  keepDrawn(() => {
    if (count.value < 3) count.value += 1
  })
  await moment()
  expect(count.value).toBe(3)
})
