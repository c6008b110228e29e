import { COLOURS_READ } from '../../../shared/canvas.ts'

const channel = (value: number): string =>
  Math.round(value * 255)
    .toString(16)
    .padStart(2, '0')

/** The plain colours of paint styles, as `#rrggbb`, each once. */
export const coloursOf = (styles: readonly Pick<PaintStyle, 'paints'>[]): string[] => {
  const colours = styles.flatMap(({ paints }) =>
    paints.flatMap((paint) =>
      paint.type === 'SOLID' && paint.visible !== false
        ? [`#${channel(paint.color.r)}${channel(paint.color.g)}${channel(paint.color.b)}`]
        : [],
    ),
  )
  return [...new Set(colours)].slice(0, COLOURS_READ)
}

/** The colour styles of the file. */
export const readColours = async (): Promise<string[]> =>
  coloursOf(await figma.getLocalPaintStylesAsync())
