import type { Signal } from '@preact/signals-core'
import { signal } from '@preact/signals-core'
import { useState } from 'preact/hooks'

/** What a component remembers. */
export const useSignal = <T>(initial: T): Signal<T> => useState(() => signal(initial))[0]
