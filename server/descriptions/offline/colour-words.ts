import type { Lab } from '../../datasets/checks/pixels/fit-background.ts'

/** Names that designers and models both use, with what they look like in CIE L*a*b*. */
const COLOURS: readonly (readonly [string, Lab])[] = [
  ['white', [97, 0, 1]],
  ['cream', [93, 1, 12]],
  ['beige', [84, 3, 17]],
  ['tan', [70, 10, 26]],
  ['light grey', [82, 0, 0]],
  ['grey', [58, 0, 0]],
  ['dark grey', [34, 0, 0]],
  ['black', [12, 0, 0]],
  ['light brown', [58, 15, 28]],
  ['brown', [42, 18, 26]],
  ['dark brown', [25, 12, 14]],
  ['pastel pink', [83, 18, 3]],
  ['pink', [68, 42, 3]],
  ['red', [46, 62, 38]],
  ['dark red', [29, 43, 24]],
  ['peach', [82, 15, 25]],
  ['orange', [67, 38, 62]],
  ['terracotta', [52, 34, 33]],
  ['pastel yellow', [92, -3, 32]],
  ['yellow', [85, 4, 70]],
  ['gold', [70, 8, 58]],
  ['olive', [50, -6, 38]],
  ['pastel green', [86, -18, 16]],
  ['green', [55, -40, 34]],
  ['dark green', [32, -24, 16]],
  ['mint', [88, -20, 4]],
  ['teal', [48, -27, -8]],
  ['pale blue', [86, -4, -12]],
  ['light blue', [74, -8, -26]],
  ['blue', [46, 8, -48]],
  ['navy', [20, 6, -26]],
  ['lavender', [78, 10, -18]],
  ['purple', [42, 36, -38]],
  ['plum', [32, 28, -10]],
]

/** The colour's name. */
export const colourWord = (colour: Lab): string => {
  const distance = ([, other]: (typeof COLOURS)[number]): number =>
    Math.hypot(colour[0] - other[0], colour[1] - other[1], colour[2] - other[2])
  return COLOURS.reduce((best, one) => (distance(one) < distance(best) ? one : best))[0]
}
