import type { Style } from '../../../../shared/style.ts'
import type { StyleVersion, VersionOrigin } from '../../../../shared/style-version.ts'

export type TrainedOrigin = Extract<VersionOrigin, { type: 'training' }>

export type Examined = {
  /** The newest one that was trained here. */
  readonly version: StyleVersion
  readonly origin: TrainedOrigin
  /** The one that it is compared with, where there is one, and its own. */
  readonly models: readonly string[]
}

/** The newest trained version, and the default one or else the one before it. Null: none was trained. */
export const examinedVersions = ({ versions, model }: Style): Examined | null => {
  const active = versions.filter(({ state }) => state === 'active')
  const version = active.findLast(({ origin }) => origin.type === 'training')
  if (version?.origin.type !== 'training') return null
  const older = active.filter(({ number }) => number < version.number).at(-1)
  const other = model === version.model ? older?.model : (model ?? older?.model)
  return {
    version,
    origin: version.origin,
    models: [...(other === undefined ? [] : [other]), version.model],
  }
}
