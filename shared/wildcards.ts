/** `{red|blue|green}`; braces without a bar are words like any other. */
const GROUP = /\{([^{}|]*(?:\|[^{}|]*)+)\}/g

const optionsOf = (group: string): readonly string[] =>
  group.split('|').map((option) => option.trim())

/** The groups of a brief in their order, each with its options. */
export const wildcardsOf = (brief: string): readonly (readonly string[])[] =>
  [...brief.matchAll(GROUP)].map(([, group = '']) => optionsOf(group))

/** How many briefs a brief stands for; 1 without wildcards. */
export const countWildcards = (brief: string): number =>
  wildcardsOf(brief).reduce((product, options) => product * options.length, 1)

/**
 * The brief with one option for each group. `choice`, a whole number from 0, is read as digits, one for each group, the
 * last one turning fastest: neighbours differ, and any `countWildcards` of them in a row are all different.
 */
export const chooseWildcards = (brief: string, choice: number): string => {
  const digits: number[] = []
  let rest = choice
  for (const { length } of [...wildcardsOf(brief)].reverse()) {
    digits.unshift(rest % length)
    rest = Math.floor(rest / length)
  }
  let at = 0
  return brief.replace(GROUP, (_, group: string) => {
    const option = optionsOf(group)[digits[at] ?? 0] ?? ''
    at += 1
    return option
  })
}
