import * as v from 'valibot'
import { versioned } from './versioned.ts'

/** Where the plugin keeps the proxy's token in `figma.clientStorage`; the studio puts it there for her. */
export const TOKEN_KEY = 'token'

export const storedToken = versioned(v.pipe(v.string(), v.regex(/^.{1,500}$/s)))
