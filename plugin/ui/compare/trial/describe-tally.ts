import type { VersionTally } from '../../../../shared/contract/index.ts'
import type { Style } from '../../../../shared/style.ts'
import type { Sweep } from '../../../../shared/sweep.ts'
import { versionName } from '../../draft/describe-version.ts'
import { countOf } from '../../words/count-of.ts'

/** How the versions of one trial fared, the one with the most wins first. */
export const tallyTrial = ({ columns, trial }: Sweep): readonly VersionTally[] => {
  if (columns.setting !== 'version') return []
  const outcomes = (trial?.rows ?? []).flatMap(({ outcome }) => (outcome === null ? [] : [outcome]))
  return columns.values
    .map((version) => ({
      version,
      wins: outcomes.filter((one) => one.kind === 'won' && one.version === version).length,
      ties: outcomes.filter(({ kind }) => kind === 'tie').length,
      comparisons: outcomes.length,
    }))
    .sort((a, b) => b.wins - a.wins)
}

/** `v2 won 3 of 5, 1 tie`. A bare percentage would hide how few comparisons there are. */
export const describeTally = (
  { version, wins, ties, comparisons }: VersionTally,
  versions: Style['versions'],
): string =>
  `${versionName(version, versions)} won ${wins} of ${comparisons}${ties > 0 ? `, ${countOf(ties, 'tie')}` : ''}`
