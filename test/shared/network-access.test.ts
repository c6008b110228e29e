import { describe, expect, it } from 'vitest'
import { networkAccessFor, networkAccessProblems } from '../../shared/network-access.ts'

const withReasoning = (entry: string) => ({ allowedDomains: [entry], reasoning: 'Ours.' })

describe('networkAccessProblems', () => {
  it.each([
    'http://localhost',
    'http://localhost:8787',
    'ws://localhost:8787',
    'http://app.localhost:8787',
    'http://my-mac.local:8787',
    'http://nas.lan:8787',
    'https://proxy.example.com:8443',
    '*',
  ])('takes %s, but only with a reasoning', (entry) => {
    expect(networkAccessProblems({ allowedDomains: [entry] })).toEqual([
      expect.stringContaining('needs a reasoning'),
    ])
    expect(networkAccessProblems(withReasoning(entry))).toEqual([])
    expect(networkAccessProblems({ allowedDomains: ['none'], devAllowedDomains: [entry] })).toEqual(
      [],
    )
  })

  it.each([
    'https://proxy.example.com',
    'https://*.trycloudflare.com',
    'https://proxy.internal',
    'https://proxy.example.com/v1/',
  ])('takes %s', (entry) => expect(networkAccessProblems({ allowedDomains: [entry] })).toEqual([]))

  it.each([
    'http://127.0.0.1:8787',
    'http://[::1]:8787',
    'http://10.0.0.5',
    'http://mybox:8787',
    'http://localhost:*',
    'http://*.localhost:1',
    'https://Proxy.Example.com',
    'https://my_host.x.com',
    'https://proxy.example.com?x=1',
    'ftp://proxy.example.com',
    '',
  ])('refuses %j everywhere', (entry) => {
    const refusal = [expect.stringContaining('not an address')]
    expect(networkAccessProblems(withReasoning(entry))).toEqual(refusal)
    expect(networkAccessProblems({ allowedDomains: ['none'], devAllowedDomains: [entry] })).toEqual(
      refusal,
    )
  })

  it.each([
    [{ allowedDomains: [] }, /empty/],
    [{ allowedDomains: ['none', 'https://a.example'] }, /alone/],
    [{ allowedDomains: ['https://a.example', 'https://a.example'] }, /twice/],
    [{ allowedDomains: ['proxy.example.com'] }, /scheme/],
    [{ allowedDomains: ['none'], reasoning: 'x'.repeat(1001) }, /longer/],
  ])('refuses %j', (access, reason) => {
    const problems = networkAccessProblems(access)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(reason)
  })
})

describe('networkAccessFor', () => {
  it('allows a proxy on this machine to a development plugin only', () =>
    expect(networkAccessFor('http://localhost:8787')).toEqual({
      allowedDomains: ['none'],
      devAllowedDomains: ['http://localhost:8787'],
    }))

  it('allows a proxy on HTTPS to everybody', () =>
    expect(networkAccessFor('https://maquette.example.com')).toEqual({
      allowedDomains: ['https://maquette.example.com'],
    }))

  it('gives a reason for a port', () =>
    expect(networkAccessFor('https://maquette.example.com:8443')).toMatchObject({
      reasoning: expect.stringMatching(/proxy/) as string,
    }))

  it('refuses what Figma would refuse', () =>
    expect(() => networkAccessFor('http://127.0.0.1:8787')).toThrow(/not an address/))
})
