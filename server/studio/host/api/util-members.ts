import * as v from 'valibot'
import { parseColor } from './color.ts'
import type { Members } from './member.ts'

const Opacity = v.optional(v.number())
const Overrides = v.optional(v.record(v.string(), v.unknown()), {})

/** `figma.util`. */
export const utilMembers: Members = {
  rgb: {
    call: (_, given) => {
      const { r, g, b } = parseColor(given)
      return { r, g, b }
    },
  },
  rgba: {
    call: (_, given, alpha) => {
      const color = parseColor(given)
      return { ...color, a: v.parse(Opacity, alpha) ?? color.a }
    },
  },
  solidPaint: {
    call: (_, given, overrides) => {
      const { r, g, b, a } = parseColor(given)
      return { ...v.parse(Overrides, overrides), type: 'SOLID', color: { r, g, b }, opacity: a }
    },
  },
}
