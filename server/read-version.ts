import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const Package = v.pipe(v.string(), v.parseJson(), v.object({ version: v.string() }))

/** Maquette's own version, from package.json. */
export const readVersion = (root: string): string =>
  v.parse(Package, readFileSync(join(root, 'package.json'), 'utf8')).version
