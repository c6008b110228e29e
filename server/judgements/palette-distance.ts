import { differenceCiede2000, modeLab65, modeLrgb, modeRgb, modeXyz65, useMode } from 'culori/fn'
import type { Lab65 } from 'culori'
import type { Swatch } from '../../shared/contract/index.ts'

// CIEDE2000 is defined on Lab; culori comes to it from hex by way of the other three.
useMode(modeRgb)
useMode(modeLrgb)
useMode(modeXyz65)
const toLab = useMode(modeLab65)
const difference = differenceCiede2000()

/** A palette with its colours in Lab. */
export type LabPalette = readonly { readonly lab: Lab65; readonly share: number }[]

/** How different two colours look. CIEDE2000. */
export const colourDifference = (one: Swatch['colour'], other: Swatch['colour']): number =>
  difference(one, other)

export const toLabPalette = (palette: readonly Swatch[]): LabPalette =>
  palette.flatMap(({ colour, share }) => {
    const lab = toLab(colour)
    return lab === undefined ? [] : [{ lab, share }]
  })

/** How far the colours of one palette lie from the nearest ones of another, by how much of it they are. CIEDE2000. */
export const distanceTo = (from: LabPalette, to: LabPalette): number =>
  from.reduce(
    (sum, { lab, share }) =>
      sum + share * Math.min(...to.map((other) => difference(lab, other.lab))),
    0,
  )

/** The mean of both ways: a palette that is a part of the other one is not the same. */
export const paletteDistance = (one: LabPalette, other: LabPalette): number =>
  (distanceTo(one, other) + distanceTo(other, one)) / 2
