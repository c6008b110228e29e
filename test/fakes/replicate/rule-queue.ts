/** Instructions that wait in line; each holds `times` times, 1 unless told. */
export type RuleQueue<T extends { readonly times?: number }> = {
  readonly add: (rule: T) => void
  /** The first that applies, one time less. */
  readonly take: (applies: (rule: T) => boolean) => T | null
  readonly clear: () => void
}

export const createRuleQueue = <T extends { readonly times?: number }>(): RuleQueue<T> => {
  let waiting: { rule: T; left: number }[] = []
  return {
    add: (rule) => waiting.push({ rule, left: rule.times ?? 1 }),
    take: (applies) => {
      const found = waiting.find(({ rule }) => applies(rule))
      if (found === undefined) return null
      found.left -= 1
      if (found.left <= 0) waiting = waiting.filter((entry) => entry !== found)
      return found.rule
    },
    clear: () => {
      waiting = []
    },
  }
}
