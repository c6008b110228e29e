import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startProxy, temporaryFolder } from './start-proxy.ts'

const noToken = { headers: { authorization: '' } }

const built = () => {
  const root = temporaryFolder()
  const write = (path: string, text: string) => writeFileSync(join(root, path), text)
  mkdirSync(join(root, 'build', 'studio'), { recursive: true })
  write('build/studio/index.html', '<title>Studio</title>')
  write('build/studio/studio.js', 'studio()')
  write('build/studio/studio.css', 'body {}')
  write('build/studio/quickjs.wasm', 'wasm')
  write('build/main.js', 'main()')
  write('build/ui.js', 'ui()')
  write('build/secret.js', 'secret()')
  write('manifest.json', '{"name":"Maquette"}')
  return {
    page: join(root, 'build', 'studio'),
    plugin: join(root, 'build'),
    manifest: join(root, 'manifest.json'),
  }
}

describe('the studio', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<title>Studio</title>'],
    ['/index.html', 'text/html; charset=utf-8', '<title>Studio</title>'],
    ['/studio.js', 'text/javascript; charset=utf-8', 'studio()'],
    ['/studio.css', 'text/css; charset=utf-8', 'body {}'],
    ['/quickjs.wasm', 'application/wasm', 'wasm'],
    ['/plugin/main.js', 'text/javascript; charset=utf-8', 'main()'],
    ['/plugin/ui.js', 'text/javascript; charset=utf-8', 'ui()'],
    ['/plugin/manifest.json', 'application/json', '{"name":"Maquette"}'],
  ])('serves %s without a token', async (path, type, text) => {
    const { request } = await startProxy({ studio: built() })
    const response = await request(path, noToken)
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      type,
      text,
    ])
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain("'unsafe-eval'")
  })

  it.each([
    '/plugin/secret.js',
    '/plugin/',
    '/../manifest.json',
    '/%2e%2e/main.js',
    '/..%2fmain.js',
    '/..%5cmain.js',
    '/....//main.js',
    '/studio.js%00.html',
    '/nothing.js',
  ])('does not serve %s', async (path) => {
    const { refusal } = await startProxy({ studio: built() })
    expect(await refusal(path, noToken)).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('says how to build it when it is not', async () => {
    const folder = join(temporaryFolder(), 'nothing')
    const studio = { page: folder, plugin: folder, manifest: join(folder, 'manifest.json') }
    const { request } = await startProxy({ studio })
    const response = await request('/', noToken)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
  })
})
