import { expect, test, vi } from 'vitest'
import { takeToken } from '../../../server/studio/web/take-token.ts'

const visit = (hash: string) => {
  const replaceState = vi.fn()
  const token = takeToken({ hash, pathname: '/', search: '' }, { replaceState })
  return { token, replaceState }
}

test('the token comes out of the link and leaves the address bar', () => {
  const { token, replaceState } = visit('#token=abc_DEF-123')
  expect(token).toBe('abc_DEF-123')
  expect(replaceState).toHaveBeenCalledExactlyOnceWith(null, '', '/')
})

test.each(['', '#', '#token=', '#token=%20', '#other=1'])('%j holds none', (hash) => {
  const { token, replaceState } = visit(hash)
  expect(token).toBeNull()
  expect(replaceState).not.toHaveBeenCalled()
})
