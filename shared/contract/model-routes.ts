import * as v from 'valibot'
import { Capabilities } from './status.ts'

/** What a model is, before it is chosen for a style. */
export const ModelView = v.object({
  /** `owner/name`. */
  name: v.string(),
  /** The name that always means this version, for a recipe; the name alone for an official model, which has none. */
  pinned: v.string(),
  /** 64 hex digits; null for an official model. */
  version: v.nullable(v.string()),
  official: v.boolean(),
  /** Why it cannot draw drafts, in words; null where it can. */
  problem: v.nullable(v.string()),
  /** It has a LoRA whose strength can be set, or loads one from an address. */
  hasLora: v.boolean(),
  /** With the ranges, shapes, price and usual time of this version. A reference to `follow` decides the shape. */
  capabilities: Capabilities,
})
export type ModelView = v.InferOutput<typeof ModelView>

/** How the route is asked, and what it answers. */
export const modelRoutes = {
  describeModel: { method: 'GET', path: '/v1/models', response: ModelView },
} as const
