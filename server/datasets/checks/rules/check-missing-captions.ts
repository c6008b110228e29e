import type { Check } from './check.ts'
import { countOf, findingOf, trainedOf } from './check.ts'

/** No caption at all. */
export const checkMissingCaptions: Check = (input) => {
  const missing = trainedOf(input).filter(({ caption }) => caption.trim() === '')
  return findingOf(
    missing.map((piece) => ({ piece })),
    {
      code: 'missing-caption',
      level: 'blocking',
      title: `${countOf(missing.length, 'piece has', 'pieces have')} no caption.`,
      why: 'What a caption does not name is learned as a part of the style.',
      fix: 'Write what can be seen, or let it be described.',
      source: 'ai-toolkit: one text for each picture',
    },
  )
}
