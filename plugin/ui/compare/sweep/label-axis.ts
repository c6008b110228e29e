import type { Style } from '../../../../shared/style.ts'
import type { Axis } from '../../../../shared/sweep.ts'
import { wordsApart } from '../../../../shared/words-apart.ts'
import { versionName } from '../../draft/describe-version.ts'
import { AXIS_NAMES } from './axis-names.ts'

/** The words over each column or before each row: what is different there. */
export const labelAxis = (axis: Axis, versions: Style['versions']): readonly string[] => {
  switch (axis.setting) {
    case 'loraScale':
      return axis.values.map((value) =>
        value === 0 ? 'no LoRA' : `${AXIS_NAMES.loraScale} ${value}`,
      )
    case 'guidance':
    case 'steps':
    case 'seed':
      return axis.values.map((value) => `${AXIS_NAMES[axis.setting]} ${value}`)
    case 'aspectRatio':
      return axis.values
    case 'strength':
      return axis.values.map((value) => `${Math.round(value * 100)} % free`)
    case 'version':
      return axis.values.map((model) => versionName(model, versions))
    case 'words':
      return wordsApart(axis.values).map((words) => words || '–')
    case 'subject': {
      const briefs = new Set(axis.values.map(({ brief }) => brief))
      const seeds = new Set(axis.values.map(({ seed }) => seed))
      return axis.values.map(({ brief, seed }) =>
        [briefs.size > 1 ? brief : '', seeds.size > 1 ? `seed ${seed}` : '']
          .filter(Boolean)
          .join(' · '),
      )
    }
  }
}
