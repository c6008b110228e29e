import type { Style } from './style.ts'
import type { StyleVersion } from './style-version.ts'

/** The version of a style that is this model; null where it has none. */
export const versionOf = (
  { versions }: Pick<Style, 'versions'>,
  model: string,
): StyleVersion | null => versions.find((version) => version.model === model) ?? null
