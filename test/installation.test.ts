import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as v from 'valibot'

const ROOT = join(import.meta.dirname, '..')
const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'))
const Lock = v.object({
  packages: v.record(v.string(), v.object({ hasInstallScript: v.optional(v.boolean()) })),
})

/**
 * One package has an install step that fetches what we do not use, from a host that a closed network does not reach.
 * npm 11 and later leave it out for `allowScripts`; an older npm runs what the lock file says that there is.
 */
test('installing runs the steps that it needs, and none that fetches more', () => {
  const { packages } = v.parse(Lock, read('package-lock.json'))
  const withSteps = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
  expect([...new Set(withSteps)].sort()).toEqual(['esbuild', 'node'])
  expect(read('package.json')).toMatchObject({
    allowScripts: { esbuild: true, node: true, 'onnxruntime-node': false },
  })
})
