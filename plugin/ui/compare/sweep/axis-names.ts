import type { AxisSetting } from '../../../../shared/sweep.ts'

/** What she can choose to vary, in the order in which it is offered, with its name on screen. */
export const AXIS_NAMES = {
  loraScale: 'LoRA strength',
  guidance: 'Guidance',
  steps: 'Steps',
  seed: 'Seed',
  words: 'Words',
  version: 'Version',
  aspectRatio: 'Shape',
  strength: 'Reference freedom',
} as const satisfies Partial<Record<AxisSetting, string>>

/** An axis that she can choose. */
export type ChosenSetting = keyof typeof AXIS_NAMES

export const AXIS_SETTINGS = Object.keys(AXIS_NAMES) as readonly ChosenSetting[]
