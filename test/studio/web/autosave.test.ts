import { expect, test } from 'vitest'
import { createAutosave } from '../../../server/studio/web/state/autosave.ts'

const setUp = (save = () => Promise.resolve()) => {
  const due: (() => void)[] = []
  let saves = 0
  const errors: unknown[] = []
  const autosave = createAutosave({
    save: () => {
      saves += 1
      return save()
    },
    timers: {
      setTimeout: (callback) => due.push(callback) - 1,
      clearTimeout: (timer) => {
        if (typeof timer === 'number') due[timer] = () => undefined
      },
    },
    onError: (error) => errors.push(error),
  })
  const pass = () => {
    for (const callback of due.splice(0)) callback()
  }
  return { autosave, pass, errors, saves: () => saves }
}

test('many changes are kept together, a moment later', () => {
  const { autosave, pass, saves } = setUp()
  autosave.touch()
  autosave.touch()
  expect(saves()).toBe(0)
  pass()
  expect(saves()).toBe(1)
  autosave.touch()
  pass()
  expect(saves()).toBe(2)
})

test('a page that goes away keeps what is not kept yet, at once and only once', () => {
  const { autosave, pass, saves } = setUp()
  autosave.touch()
  void autosave.flush()
  expect(saves()).toBe(1)
  void autosave.flush()
  pass()
  expect(saves()).toBe(1)
})

test('a failure is said, and the next change is kept again', async () => {
  const full = new Error('full')
  const { autosave, errors, saves } = setUp(() => Promise.reject(full))
  autosave.touch()
  await autosave.flush()
  expect(errors).toEqual([full])
  autosave.touch()
  await autosave.flush()
  expect(saves()).toBe(2)
})

test('nothing is kept after the document moved to another tab', async () => {
  const { autosave, pass, saves } = setUp()
  autosave.touch()
  autosave.stop()
  pass()
  await autosave.flush()
  expect(saves()).toBe(0)
})
