import type { Box } from '../../shared/contract/index.ts'

export type LabelTruth = {
  readonly text: string
  /** Of the pixels that it changed, with its plate. */
  readonly box: Box
  readonly pixels: number
  readonly rotated: number
  readonly pill: boolean
  /** It lies over the figurine, at least in part. */
  readonly touching: boolean
}

/** What a cell is, in sheet pixels. */
export type CellTruth = {
  readonly rect: Box
  /** False: it has no visible edge and is judged by the figurine in it. */
  readonly panel: boolean
  readonly rounded: number
  readonly view: string
  readonly figureBox: Box
  /** Text that belongs to the figurine. */
  readonly keepText: readonly { readonly text: string; readonly box: Box }[]
  readonly labels: readonly LabelTruth[]
  /** RGB of the same cell without labels. */
  readonly clean: Uint8Array
  /** 1 where a label changed a pixel of the cell. */
  readonly labelMask: Uint8Array
}

/** A sheet whose cleaning can be judged. */
export type Sheet = {
  readonly name: string
  /** PNG or JPEG. */
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  readonly banner: Box | null
  readonly footer: Box | null
  readonly cells: readonly CellTruth[]
}
