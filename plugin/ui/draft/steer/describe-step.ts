import { wordsApart } from '../../../../shared/words-apart.ts'
import type { Step } from './step.ts'

const changeOf = (before: string, after: string): string => {
  const [old = '', now = ''] = wordsApart([before, after])
  if (old === '') return now === '' ? 'Same words' : `+ ${now}`
  return now === '' ? `− ${old}` : `${old} → ${now}`
}

/** What is different about a row of drafts, for the thin label above it: `More like this, subtle`, or `red → blue`. */
export const describeStep = (brief: string, step: Step): string => {
  switch (step.action) {
    case 'more-subtle':
      return 'More like this, subtle'
    case 'more-strong':
      return 'More like this, strong'
    case 'new-seed':
      return 'New seed'
    case 'change':
      return changeOf(brief, step.brief)
  }
}
