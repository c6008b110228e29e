import { computed, effect, untracked } from '@preact/signals-core'
import type { Models } from './create-models.ts'

/**
 * Asks about models whenever others are needed. What is found out about them is no reason to ask again: a question that
 * failed would be put for ever. Returns the way to stop.
 */
export const askWhenNeeded = (
  models: Pick<Models, 'ask'>,
  needed: () => readonly (string | null)[],
): (() => void) => {
  const names = computed(() => [...new Set(needed())].join('\n'))
  return effect(() => {
    const list = names.value.split('\n')
    untracked(() => list.forEach((name) => void models.ask(name)))
  })
}
