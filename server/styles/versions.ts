import { AppError } from '../../shared/errors.ts'
import type { Style } from '../../shared/style.ts'
import type { StyleVersion, VersionOrigin } from '../../shared/style-version.ts'

export const TYPED: VersionOrigin = { type: 'typed' }

export type NewVersion = Pick<StyleVersion, 'model' | 'note' | 'origin'>

/** With one more version, last in the list. Throws AppError `conflict` when the style has its model already. */
export const withVersion = (style: Style, version: NewVersion, createdAt: string): Style => {
  const same = style.versions.find(({ model }) => model === version.model)
  if (same !== undefined)
    throw new AppError('conflict', `The style has this model already: it is v${same.number}.`)
  const number = Math.max(0, ...style.versions.map((each) => each.number)) + 1
  const added: StyleVersion = { ...version, number, createdAt, state: 'active' }
  return { ...style, versions: [...style.versions, added] }
}

/** Throws AppError `not_found`. */
export const findVersion = ({ versions }: Style, number: number): StyleVersion => {
  const found = versions.find((version) => version.number === number)
  if (found === undefined)
    throw new AppError('not_found', `The style has no version v${number}. Choose another one.`)
  return found
}

/** With some of a version's fields changed. */
export const replaceVersion = (
  style: Style,
  number: number,
  changes: Partial<StyleVersion>,
): Style => ({
  ...style,
  versions: style.versions.map((version) =>
    version.number === number ? { ...version, ...changes } : version,
  ),
})

/** With a version of its model: it is in use, so it is active. */
export const recordModel = (style: Style, createdAt: string): Style => {
  const { model, versions } = style
  if (model === null) return style
  const known = versions.find((version) => version.model === model)
  return known === undefined
    ? withVersion(style, { model, note: '', origin: TYPED }, createdAt)
    : replaceVersion(style, known.number, { state: 'active' })
}
