import type { Style } from '../../../../shared/style.ts'
import { versionName } from '../../draft/describe-version.ts'
import type { TrialPlace, TrialRow } from './trial-rows.ts'

/** Under a picture, once everybody may know: its version, and how it fared. */
export const captionOf = (
  { version }: TrialPlace,
  { outcome }: Pick<TrialRow, 'outcome'>,
  versions: Style['versions'],
): string => {
  const name = versionName(version, versions)
  switch (outcome?.kind) {
    case 'won':
      return outcome.version === version ? `★ ${name}` : name
    case 'tie':
      return `${name} · as good`
    case 'neither':
      return `${name} · neither`
    case undefined:
      return name
  }
}
