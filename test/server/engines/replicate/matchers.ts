import { expect } from 'vitest'

/** Vitest's own, with a type. */
export const containing = (text: string): unknown => expect.stringContaining(text)
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)
export const closeTo = (value: number, digits?: number): unknown => expect.closeTo(value, digits)
