import type { SteerAction } from '../../../../shared/steer-procedures.ts'

/** How a draft is taken further: everything else stays as its recipe says. */
export type Step =
  | { readonly action: Exclude<SteerAction, 'change'> }
  /** The same seed, other words. */
  | { readonly action: 'change'; readonly brief: string }

/** From 0 (the same picture) to 1 (free), for "More like this". */
export const FREEDOM = { 'more-subtle': 0.35, 'more-strong': 0.65 } as const
