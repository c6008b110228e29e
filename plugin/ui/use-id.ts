import { useState } from 'preact/hooks'

let last = 0

/** An id for an element, never given twice: Preact's own begins anew whenever the root is drawn. */
export const useId = (): string => useState(() => `id-${(last += 1)}`)[0]
