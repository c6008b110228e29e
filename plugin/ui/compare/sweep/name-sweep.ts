import { NO_LORA } from '../../../../shared/no-lora.ts'
import type { Axes, Axis, Sweep } from '../../../../shared/sweep.ts'
import { AXIS_NAMES } from './axis-names.ts'

const nameOf = ({ setting }: Axis): string =>
  setting === 'subject' ? 'Briefs' : AXIS_NAMES[setting]

/** `LoRA strength × Guidance · woman with glasses`, for the section and for the panel. */
export const nameSweep = ({ base, columns, rows, trial }: Axes & Pick<Sweep, 'trial'>): string => {
  const axes = [columns, rows].filter((axis) => axis !== null).map(nameOf)
  const isExam = columns.setting === 'version' && columns.values.includes(NO_LORA)
  const what = trial === null ? axes.join(' × ') : isExam ? 'Exam' : 'Version A/B'
  const characters = Array.from(base.brief.trim().replace(/\s+/g, ' '))
  const brief =
    characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('')
  return `${what} · ${brief}`
}
