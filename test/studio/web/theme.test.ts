import { expect, test } from 'vitest'
import { createThemeSwitch } from '../../../server/studio/web/theme.ts'

const browser = (dark: boolean) => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  const prefersDark = Object.assign(new EventTarget(), { matches: dark }) as MediaQueryList
  return { storage, prefersDark }
}

test('the system decides until the person does, and her choice is remembered', () => {
  const options = browser(true)
  const themes = createThemeSwitch(options)
  expect(themes.theme.value).toBe('dark')
  themes.next()
  expect([themes.choice.value, themes.theme.value]).toEqual(['light', 'light'])
  expect(createThemeSwitch(options).theme.value).toBe('light')
  themes.next()
  expect(themes.theme.value).toBe('dark')
  themes.next()
  expect(themes.choice.value).toBe('system')
})

test('a remembered choice that means nothing is as none', () => {
  const options = browser(false)
  options.storage.setItem('maquette-studio-theme', 'purple')
  expect(createThemeSwitch(options).choice.value).toBe('system')
})
