import * as v from 'valibot'
import { PictureFormat } from '../../../../shared/settings.ts'
import { Price } from '../price/price-of.ts'

/** One run on Replicate: enough to watch it, to charge it and to stop it, in any process. It holds no words of hers. */
export const ReplicateHandle = v.object({
  id: v.string(),
  /** `owner/name:version`, or `owner/name` of an official model. */
  model: v.string(),
  /** ISO 8601, by Replicate's clock. */
  createdAt: v.string(),
  format: PictureFormat,
  price: Price,
  /** What could not be kept of her settings, in words. */
  warnings: v.array(v.string()),
})
export type ReplicateHandle = v.InferOutput<typeof ReplicateHandle>
