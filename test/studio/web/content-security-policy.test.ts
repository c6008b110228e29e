import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../server/studio/web/panel/content-security-policy.ts'

test("the panel's policy is the manifest's list, for every kind of request", () => {
  expect(
    contentSecurityPolicy({
      allowedDomains: ['none'],
      devAllowedDomains: ['http://localhost:8787'],
    }),
  ).toBe(
    "default-src data: blob: http://localhost:8787; script-src 'unsafe-inline' 'unsafe-eval' data: blob: http://localhost:8787; style-src 'unsafe-inline' data: blob: http://localhost:8787; font-src data: blob: http://localhost:8787",
  )
})

test('domains for everybody and for development stand side by side', () => {
  const policy = contentSecurityPolicy({
    allowedDomains: ['https://proxy.example.com'],
    devAllowedDomains: ['http://localhost:1'],
  })
  expect(policy).toContain('default-src data: blob: https://proxy.example.com http://localhost:1;')
})

test('with a wildcard Figma sets no policy', () => {
  expect(contentSecurityPolicy({ allowedDomains: ['*'] })).toBeNull()
})
