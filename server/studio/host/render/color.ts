import type { ScenePaint } from '../scene.ts'

/** A paint's colour as SVG has it. */
export const colorOf = ({ r, g, b }: Extract<ScenePaint, { type: 'solid' }>): string =>
  `rgb(${[r, g, b].map((channel) => Math.round(channel * 255)).join(',')})`
