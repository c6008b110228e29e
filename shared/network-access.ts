/** A manifest's `networkAccess` (developers.figma.com/docs/plugins/manifest). */
export type NetworkAccess = {
  readonly allowedDomains: readonly string[]
  /** Only for a plugin that runs from a local manifest. */
  readonly devAllowedDomains?: readonly string[]
  readonly reasoning?: string
}

/** What Figma takes as an entry: a scheme if any, a host with a letter TLD or localhost, a port, a path. */
const ENTRY =
  /^(?:(https?:|wss?:)\/\/)?((?:\*\.)?(?:[-a-z\d]+\.)+[a-z]{2,}|localhost)(?::(\d+))?((?:\/[-a-zA-Z\d%_.~+@]*)*$)/
const REASONING_LIMIT = 1000

const entryProblems = (entry: string): string[] => {
  if (entry === '*') return []
  const match = ENTRY.exec(entry)
  if (match === null) return [`"${entry}" is not an address that Figma takes.`]
  return match[1] === undefined ? [`"${entry}" needs a scheme, such as https://.`] : []
}

const needsReasoning = (entry: string): boolean => {
  const [, , host = '', port] = ENTRY.exec(entry) ?? []
  return entry === '*' || port !== undefined || /(^|\.)localhost$/.test(host)
}

const listProblems = (name: string, list: readonly string[]): string[] => {
  if (list.includes('none'))
    return list.length === 1 ? [] : [`"none" stands alone in ${name}, or not at all.`]
  const repeated = list.filter((entry, at) => list.indexOf(entry) !== at)
  return [
    ...list.flatMap(entryProblems),
    ...repeated.map((entry) => `"${entry}" is twice in ${name}.`),
  ]
}

/** What Figma would refuse in a manifest's `networkAccess`, in words; empty when it would be taken. */
export const networkAccessProblems = (access: NetworkAccess): string[] => {
  const { allowedDomains, devAllowedDomains = [], reasoning = '' } = access
  return [
    ...(allowedDomains.length === 0 ? ['allowedDomains is empty; write "none".'] : []),
    ...listProblems('allowedDomains', allowedDomains),
    ...listProblems('devAllowedDomains', devAllowedDomains),
    ...(reasoning === '' && allowedDomains.some(needsReasoning)
      ? ['A wildcard, localhost or a port in allowedDomains needs a reasoning.']
      : []),
    ...(reasoning.length > REASONING_LIMIT
      ? [`The reasoning is longer than ${REASONING_LIMIT} characters.`]
      : []),
  ]
}

/**
 * The `networkAccess` of a plugin that calls this one origin. Throws when Figma would refuse it. A proxy on this
 * machine is allowed only to a plugin that runs from a local manifest.
 */
export const networkAccessFor = (origin: string): NetworkAccess => {
  const access: NetworkAccess = origin.startsWith('http://localhost:')
    ? { allowedDomains: ['none'], devAllowedDomains: [origin] }
    : {
        allowedDomains: [origin],
        ...(needsReasoning(origin)
          ? { reasoning: 'Drafts are made by a proxy that this team runs itself.' }
          : {}),
      }
  const problems = networkAccessProblems(access)
  if (problems.length > 0) throw new Error(problems.join(' '))
  return access
}
