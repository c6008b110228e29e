import { createHash } from 'node:crypto'
import type { Look } from '../look.ts'
import type { Fields } from './field.ts'

/** What runs inside a version: it decides sizes, log lines and what a filter says. */
export type Family = 'flux' | 'sdxl' | 'sd3' | 'text'

export type Version = {
  /** 64 hex digits. */
  readonly id: string
  readonly createdAt: string
  readonly cogVersion: string
  readonly family: Family
  readonly fields: Fields
  /** The output is one URL instead of a list. */
  readonly single: boolean
  /** How a `text` model answers; in pieces unless told. */
  readonly answers?: 'pieces' | 'text' | 'object'
  /** The inputs of a training on this version; null where it cannot be trained. */
  readonly training: Fields | null
  /** What it learned; absent where it was not trained here. */
  readonly look?: Look | null
  /** What the run fails with when the filter blocks every picture. */
  readonly filterError: string
  /** Replicate switched it off: a run is refused. */
  readonly disabled: boolean
}

export type FakeModel = {
  readonly owner: string
  readonly name: string
  readonly description: string
  readonly visibility: 'public' | 'private'
  /** Runs by name, without a version; its predictions say `hidden`. */
  readonly official: boolean
  /** False: it is somebody else's private model, and looks as if it did not exist. */
  readonly visible: boolean
  /** Newest first. */
  readonly versions: readonly Version[]
}

export const OLD_FILTER_ERROR =
  'NSFW content detected. Try running it again, or try a different prompt.'
export const FLUX_FILTER_ERROR =
  'All generated images contained NSFW content. Try running it again with a different prompt.'

/** Made from the name: the same in every run of the tests. */
export const versionId = (name: string): string => createHash('sha256').update(name).digest('hex')
