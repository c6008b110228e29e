import { expect, test, vi } from 'vitest'
import { createToasts } from '../../../server/studio/web/bar/toasts.ts'

const setUp = () => {
  const due: { callback: () => void; milliseconds: number }[] = []
  const toasts = createToasts({
    setTimeout: (callback, milliseconds) => due.push({ callback, milliseconds }),
    clearTimeout: () => undefined,
  })
  const words = () => toasts.shown.value.map((toast) => toast.message)
  return { toasts, due, words }
}

test("a message goes away by itself, after Figma's three seconds unless told otherwise", () => {
  const { toasts, due, words } = setUp()
  toasts.show('first')
  toasts.show('second', { timeout: 500 })
  expect(words()).toEqual(['first', 'second'])
  expect(due.map((one) => one.milliseconds)).toEqual([3000, 500])
  due[0]!.callback()
  expect(words()).toEqual(['second'])
})

test('one without an end stays until it is taken away', () => {
  const { toasts, due, words } = setUp()
  const remove = toasts.show('stays', { timeout: Infinity })
  expect(due).toEqual([])
  remove()
  expect(words()).toEqual([])
})

test('its button does its work and takes the message away', () => {
  const { toasts, words } = setUp()
  const press = vi.fn()
  toasts.show('done', { button: { text: 'Show', press } })
  toasts.shown.value[0]!.button!.press()
  expect(press).toHaveBeenCalledOnce()
  expect(words()).toEqual([])
})
