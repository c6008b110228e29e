import type { PictureFormat } from '../../../../shared/settings.ts'
import type { ModelSchema } from '../model/model-schema.ts'
import { fitNumber } from './fit-number.ts'
import type { Part } from './part.ts'
import { NOTHING } from './part.ts'

const NAMES = { png: ['png'], jpg: ['jpg', 'jpeg'] } as const

/** The file format. Where the model does not write the one she chose, the nearest to lossless is taken and turned. */
export const formatPart = ({ inputs }: ModelSchema, format: PictureFormat): Part => {
  const values = inputs.get('output_format')?.values
  if (values === undefined || values === null) return NOTHING
  const chosen = [...NAMES[format], 'png', 'webp', 'jpg', 'jpeg'].find((name) =>
    values.includes(name),
  )
  if (chosen === undefined) return NOTHING
  const quality = inputs.get('output_quality')
  return {
    input: {
      output_format: chosen,
      ...(chosen !== 'png' && quality !== undefined && { output_quality: fitNumber(quality, 100) }),
    },
    warnings: [],
  }
}
