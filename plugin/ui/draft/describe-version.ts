import type { Style } from '../../../shared/style.ts'

const SHORT = 8

/** `owner/name:1a2b3c4d`: enough of a version to tell it from its neighbours. */
export const shortVersion = (version: string): string => {
  const [name = version, hash] = version.split(':')
  return hash === undefined ? name : `${name}:${hash.slice(0, SHORT)}`
}

/** Which version of a style a draft will be made with, in words. */
export const describeVersion = (style: Style, version: string | null): string => {
  if (version !== null) return `Version ${shortVersion(version)} (from a recipe)`
  return style.model === null ? 'No trained version yet' : `Version ${shortVersion(style.model)}`
}
