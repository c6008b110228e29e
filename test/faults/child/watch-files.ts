import { promises } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import type { Reach } from './kill-switch.ts'
import { observe } from './observe.ts'

/** Passes the point where a file is whole, and not yet where it belongs. */
export const watchFiles = (reach: Reach): void => {
  observe(promises, 'rename', () => {
    reach('keeping')
    return undefined
  })
  syncBuiltinESMExports()
}
