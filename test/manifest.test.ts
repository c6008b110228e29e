import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { networkAccessProblems } from '../shared/network-access.ts'
import type { BuiltPlugin } from './plugin/build-plugin.ts'
import { buildPlugin } from './plugin/build-plugin.ts'
import { builtPluginFor } from './plugin/built-plugin.ts'

const Manifest = v.object({
  id: v.literal('maquette'),
  editorType: v.tuple([v.literal('figma')]),
  documentAccess: v.literal('dynamic-page'),
  networkAccess: v.object({
    allowedDomains: v.array(v.string()),
    devAllowedDomains: v.optional(v.array(v.string()), []),
    reasoning: v.optional(v.string(), ''),
  }),
})

const networkAccess = ({ manifest }: BuiltPlugin) =>
  v.parse(v.pipe(v.string(), v.parseJson(), Manifest), manifest).networkAccess

/** A build takes a second or two, more on a busy machine. Milliseconds. */
const BUILD = 60_000

/** XML namespaces are names, not addresses: nothing calls them. */
const NAMESPACES = 'http://www.w3.org'

const originsIn = (bundle: string): string[] => [
  ...new Set(bundle.match(/\b(?:https?|wss?):\/\/[\w.-]+(?::\d+)?/g)),
]

const originsCalled = ({ ui }: BuiltPlugin): string[] =>
  originsIn(ui).filter((origin) => origin !== NAMESPACES)

describe('manifest.json', () => {
  let built: BuiltPlugin
  beforeAll(async () => {
    built = await buildPlugin()
  }, BUILD)

  it('is what a build makes of package.json and the hooks', async () => {
    const committed = await readFile(join(import.meta.dirname, '../manifest.json'), 'utf8')
    expect(committed).toBe(built.manifest)
  })

  it('would be taken by Figma', () =>
    expect(networkAccessProblems(networkAccess(built))).toEqual([]))

  it('allows the origins that the panel calls, and no other', () =>
    expect(originsCalled(built)).toEqual(networkAccess(built).devAllowedDomains))

  it('names no origin in the main thread, which has no network', () =>
    expect(originsIn(built.main)).toEqual([]))
})

describe('a build for another proxy', { timeout: BUILD }, () => {
  it('differs by the port alone, where only that is another', async () => {
    expect(await builtPluginFor(9123)).toEqual(await buildPlugin({ MAQUETTE_PORT: '9123' }))
  })

  it('calls and allows that one only', async () => {
    const built = await buildPlugin({ MAQUETTE_PUBLIC_URL: 'https://maquette.example.com' })
    expect(networkAccess(built)).toEqual({
      allowedDomains: ['https://maquette.example.com'],
      devAllowedDomains: [],
      reasoning: '',
    })
    expect(originsCalled(built)).toEqual(['https://maquette.example.com'])
  })

  it('is refused in words when Figma would not allow it', async () => {
    await expect(buildPlugin({ MAQUETTE_PUBLIC_URL: 'https://10.0.0.5' })).rejects.toThrow(
      'MAQUETTE_PUBLIC_URL must be like',
    )
  })
})
