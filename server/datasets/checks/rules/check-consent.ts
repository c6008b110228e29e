import type { Check } from './check.ts'
import { countOf, findingOf } from './check.ts'

/** Pieces that nobody said yes to. They are left out of versions whatever anybody says. */
export const checkConsent: Check = ({ pieces }) => {
  const without = pieces.filter(({ use }) => use === 'no-consent')
  return findingOf(
    without.map((piece) => ({ piece })),
    {
      code: 'consent',
      level: 'warning',
      title: `${countOf(without.length, 'piece is', 'pieces are')} left out: nobody may train on it.`,
      why: 'It is marked “do not train”. It stays in the dataset, and out of every version.',
      fix: 'Ask the customer, then change the mark; or take the piece out.',
      source: 'Your own marks',
    },
  )
}
