import type { JsonObject } from './json-object.ts'
import type { Family } from './models/model.ts'
import type { Size } from './picture.ts'

/** What Flux draws for each ratio at `megapixels: "1"`. */
const FLUX_SIZES: Readonly<Record<string, Size>> = {
  '1:1': { width: 1024, height: 1024 },
  '16:9': { width: 1344, height: 768 },
  '21:9': { width: 1536, height: 640 },
  '3:2': { width: 1216, height: 832 },
  '2:3': { width: 832, height: 1216 },
  '4:5': { width: 896, height: 1088 },
  '5:4': { width: 1088, height: 896 },
  '3:4': { width: 896, height: 1152 },
  '4:3': { width: 1152, height: 896 },
  '9:16': { width: 768, height: 1344 },
  '9:21': { width: 640, height: 1536 },
}

const LONGEST = 1440

const upTo16 = (side: number): number => Math.ceil(side / 16) * 16

const likeReference = ({ width, height }: Size): Size => {
  const scale = Math.min(LONGEST / width, LONGEST / height, 1)
  return { width: upTo16(width * scale), height: upTo16(height * scale) }
}

const sdxlSize = (input: JsonObject, reference: Size | null): Size | string => {
  const { width, height } = reference ?? {
    width: Number(input['width']),
    height: Number(input['height']),
  }
  if (reference !== null) return { width: width - (width % 8), height: height - (height % 8) }
  return width % 8 === 0 && height % 8 === 0
    ? { width, height }
    : `\`height\` and \`width\` have to be divisible by 8 but are ${height} and ${width}.`
}

const fluxSize = (input: JsonObject, reference: Size | null): Size | string => {
  if (reference !== null) return likeReference(reference)
  const ratio = String(input['aspect_ratio'])
  if (ratio === 'custom') {
    const { width, height } = input
    return typeof width === 'number' && typeof height === 'number'
      ? { width: upTo16(width), height: upTo16(height) }
      : "width and height must be defined if aspect ratio is 'custom'"
  }
  const size = FLUX_SIZES[ratio]
  if (size === undefined) return `Unknown aspect ratio ${ratio}`
  return input['megapixels'] === '0.25' ? { width: size.width / 2, height: size.height / 2 } : size
}

/**
 * The size that a model draws for an input whose defaults are filled in, or the text that its run fails with. A
 * reference decides the shape, whatever ratio was asked for.
 */
export const pictureSize = (
  family: Family,
  input: JsonObject,
  reference: Size | null,
): Size | string => (family === 'sdxl' ? sdxlSize(input, reference) : fluxSize(input, reference))
