import type { Style } from '../../../../shared/style.ts'
import type { StyleVersion, VersionOrigin } from '../../../../shared/style-version.ts'

export type TrainedOrigin = Extract<VersionOrigin, { type: 'training' }>

export type Examined = {
  /** The newest one that was trained, here or elsewhere. */
  readonly version: StyleVersion
  /** Null: elsewhere, and nobody knows on what. */
  readonly origin: TrainedOrigin | null
  /** The one that it is compared with, where there is one, and its own. */
  readonly models: readonly string[]
}

/**
 * The newest trained version and what is drawn with now: the default version, or else the one before it, or else the
 * engine's own model. Null: none was trained.
 */
export const examinedVersions = (
  { versions, model }: Pick<Style, 'versions' | 'model'>,
  usual: string | null,
): Examined | null => {
  const active = versions.filter(({ state }) => state === 'active')
  const version = active.findLast(({ origin }) => origin.type !== 'typed')
  if (version === undefined) return null
  const older = active.filter(({ number }) => number < version.number).at(-1)?.model
  const other = model === null || model === version.model ? (older ?? usual) : model
  return {
    version,
    origin: version.origin.type === 'training' ? version.origin : null,
    models: [...(other === null ? [] : [other]), version.model],
  }
}
