import type { Swatch } from '../../shared/contract/index.ts'
import type { Copying, PieceDirections } from './judge-copying.ts'
import { judgeCopying } from './judge-copying.ts'
import { OFF_PALETTE, distanceToPieces, usualDistance } from './judge-palette.ts'
import type { PictureFeatures } from './picture-features.ts'
import { extractFeatures } from './picture-features.ts'
import { toDirections } from './feature-distance.ts'
import { mergePalettes } from './merge-palettes.ts'
import type { Model } from './open-model.ts'
import { openModel } from './open-model.ts'
import { distanceTo, toLabPalette } from './palette-distance.ts'

export type ExtractTask = { readonly bytes: Uint8Array; readonly mirrored: boolean }

export type JudgeTask = {
  readonly drafts: readonly PictureFeatures[]
  readonly pieces: readonly {
    readonly plain: PictureFeatures
    readonly mirrored: PictureFeatures
  }[]
  /** Empty: nobody asked. */
  readonly colours: readonly Swatch['colour'][]
}

export type Judged = {
  /** Of each draft, in their order. */
  readonly drafts: readonly {
    readonly copying: Copying
    readonly palette: {
      readonly distance: number
      readonly isOff: boolean
      readonly fromColours: number | null
    }
  }[]
  /** Of all pieces. */
  readonly palette: readonly Swatch[]
}

let model: Promise<Model> | null = null

/** Null: the bytes are no picture that can be read. */
export const extract = async ({ bytes, mirrored }: ExtractTask): Promise<PictureFeatures | null> =>
  extractFeatures(await (model ??= openModel()), bytes, mirrored)

/** Compares drafts with pieces, of which there are at least four. */
export const judge = ({ drafts, pieces, colours }: JudgeTask): Judged => {
  const directions = pieces.map(({ plain, mirrored }): PieceDirections => ({
    plain: toDirections(plain),
    mirrored: toDirections(mirrored),
  }))
  const palettes = pieces.map(({ plain }) => toLabPalette(plain.palette))
  const wanted = toLabPalette(colours.map((colour) => ({ colour, share: 1 / colours.length })))
  const far = OFF_PALETTE * usualDistance(palettes)
  return {
    drafts: drafts.map((draft) => {
      const palette = toLabPalette(draft.palette)
      const distance = distanceToPieces(palette, palettes)
      return {
        copying: judgeCopying(toDirections(draft), directions),
        palette: {
          distance,
          isOff: distance > far,
          fromColours: wanted.length === 0 ? null : distanceTo(palette, wanted),
        },
      }
    }),
    palette: mergePalettes(pieces.map(({ plain }) => plain.palette)),
  }
}
