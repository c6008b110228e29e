import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import * as v from 'valibot'

export type Theme = 'light' | 'dark'

const Choice = v.picklist(['system', 'light', 'dark'])
export type ThemeChoice = v.InferOutput<typeof Choice>

const KEY = 'maquette-studio-theme'
const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
}

export type ThemeSwitch = {
  readonly choice: ReadonlySignal<ThemeChoice>
  readonly theme: ReadonlySignal<Theme>
  readonly next: () => void
}

type Options = {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  /** `(prefers-color-scheme: dark)`. */
  readonly prefersDark: Pick<MediaQueryList, 'matches' | 'addEventListener'>
}

/** The person's choice of theme, remembered in this browser. */
export const createThemeSwitch = ({ storage, prefersDark }: Options): ThemeSwitch => {
  const stored = v.safeParse(Choice, storage.getItem(KEY))
  const choice = signal<ThemeChoice>(stored.success ? stored.output : 'system')
  const systemDark = signal(prefersDark.matches)
  prefersDark.addEventListener('change', (event) => {
    systemDark.value = event.matches
  })
  const theme = computed((): Theme => {
    if (choice.value !== 'system') return choice.value
    return systemDark.value ? 'dark' : 'light'
  })
  const next = () => {
    choice.value = NEXT[choice.value]
    storage.setItem(KEY, choice.value)
  }
  return { choice, theme, next }
}
