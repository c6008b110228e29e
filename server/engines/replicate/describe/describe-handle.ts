import * as v from 'valibot'
import { Price } from '../price/price-of.ts'

/** One description on Replicate: enough to follow it and to charge it, in any process. It holds no words and no picture. */
export const DescribeHandle = v.object({
  id: v.string(),
  /** `owner/name:version`, or `owner/name` of an official model. */
  model: v.string(),
  price: Price,
})
export type DescribeHandle = v.InferOutput<typeof DescribeHandle>
