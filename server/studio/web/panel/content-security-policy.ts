type NetworkAccess = {
  readonly allowedDomains: readonly string[]
  readonly devAllowedDomains?: readonly string[] | undefined
}

/**
 * The policy that Figma's front end puts around a plugin's panel: one list from the manifest for every kind of request
 * (developers.figma.com: plugin manifest, networkAccess). Null with `*`: then Figma sets none.
 */
export const contentSecurityPolicy = (access: NetworkAccess): string | null => {
  const domains = [...access.allowedDomains, ...(access.devAllowedDomains ?? [])]
  if (domains.includes('*')) return null
  const list = ['data:', 'blob:', ...domains.filter((domain) => domain !== 'none')].join(' ')
  return [
    `default-src ${list}`,
    `script-src 'unsafe-inline' 'unsafe-eval' ${list}`,
    `style-src 'unsafe-inline' ${list}`,
    `font-src ${list}`,
  ].join('; ')
}
