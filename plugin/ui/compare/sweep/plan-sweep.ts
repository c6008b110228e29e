import type { ResolvedForm } from '../../draft/resolve-form.ts'
import type { Axis } from '../../../../shared/sweep.ts'
import { SWEEP_LIMIT } from '../../../../shared/sweep.ts'
import { countOf } from '../../words/count-of.ts'
import type { ChosenSetting } from './axis-names.ts'
import { AXIS_NAMES, AXIS_SETTINGS } from './axis-names.ts'
import { readAxis } from './read-axis.ts'

/** The sweep that she is putting together. */
export type SweepForm = {
  readonly columns: ChosenSetting
  readonly rows: ChosenSetting | null
  /** What she typed for each; absent: the usual values. */
  readonly texts: Readonly<Partial<Record<ChosenSetting, string>>>
  /** A column without the LoRA, along its strength. */
  readonly hasNoLora: boolean
}

export const NEW_SWEEP: SweepForm = {
  columns: 'loraScale',
  rows: null,
  texts: {},
  hasNoLora: false,
}

/** What can be varied with this engine, style and reference. */
export const offeredSettings = ({
  capabilities,
  reference,
}: Pick<ResolvedForm, 'capabilities' | 'reference'>): readonly ChosenSetting[] =>
  AXIS_SETTINGS.filter((setting) => {
    switch (setting) {
      case 'loraScale':
      case 'guidance':
      case 'steps':
        return capabilities[setting] !== null
      // A reference that is followed decides the shape.
      case 'aspectRatio':
        return reference === null && capabilities.aspectRatios.length > 1
      case 'strength':
        return reference !== null
      case 'seed':
      case 'words':
      case 'version':
        return true
    }
  })

export const allowsNoLora = ({ capabilities: { loraScale } }: Pick<ResolvedForm, 'capabilities'>) =>
  loraScale !== null && loraScale.min <= 0 && loraScale.max >= 0

/** Values to begin with: the ones of the form, and neighbours. */
export const usualText = (setting: ChosenSetting, resolved: ResolvedForm): string => {
  const { capabilities, settings, style, ratio } = resolved
  const around = (name: 'loraScale' | 'guidance' | 'steps', steps: readonly number[]): string => {
    const { min, max } = capabilities[name] ?? { min: 0, max: 0 }
    const values = steps.map((step) => Number((settings[name] + step).toFixed(2)))
    return values.filter((value) => value >= min && value <= max).join(', ')
  }
  switch (setting) {
    case 'loraScale':
      return around(setting, [-0.4, -0.2, 0])
    case 'guidance':
      return around(setting, [-1, 0, 1])
    case 'steps':
      return around(setting, [-8, 0, 8])
    case 'seed':
      return '1 to 4'
    case 'aspectRatio': {
      const others = ['1:1', '4:5', '3:4'].filter(
        (one) => one !== ratio && capabilities.aspectRatios.some(({ ratio }) => ratio === one),
      )
      return [ratio, ...others].slice(0, 3).join(', ')
    }
    case 'strength':
      return '0.5, 0.65, 0.8'
    case 'version':
      return style.versions
        .filter(({ state }) => state === 'active')
        .map(({ number }) => `v${number}`)
        .join(', ')
    case 'words':
      return ''
  }
}

/** An axis of the form as it stands. */
export type PlannedAxis = {
  readonly setting: ChosenSetting
  readonly text: string
  readonly axis: Axis | null
  /** Why there is none, in words. */
  readonly problem: string | null
}

export type PlannedSweep = {
  readonly columns: PlannedAxis
  readonly rows: PlannedAxis | null
  /** Cells; 0 while an axis is not clear. */
  readonly count: number
  readonly problem: string | null
}

const withNoLora = (axis: Axis | null): Axis | null =>
  axis?.setting === 'loraScale'
    ? { ...axis, values: [0, ...axis.values.filter((value) => value !== 0)] }
    : axis

/** What the form stands for. */
export const planSweep = (form: SweepForm, brief: string, resolved: ResolvedForm): PlannedSweep => {
  const offered = offeredSettings(resolved)
  const plan = (setting: ChosenSetting): PlannedAxis => {
    const text = setting === 'words' ? brief : (form.texts[setting] ?? usualText(setting, resolved))
    const { axis, problem } = readAxis(setting, text, resolved)
    const hasNoLora = form.hasNoLora && allowsNoLora(resolved)
    return { setting, text, axis: hasNoLora ? withNoLora(axis) : axis, problem }
  }
  const first = offered.includes(form.columns) ? form.columns : (offered[0] ?? 'seed')
  const second =
    form.rows === null || form.rows === first || !offered.includes(form.rows) ? null : form.rows
  const columns = plan(first)
  const rows = second === null ? null : plan(second)
  const lengthOf = (axis: PlannedAxis | null) =>
    axis === null ? 1 : (axis.axis?.values.length ?? 0)
  const count = lengthOf(columns) * lengthOf(rows)
  const unclear = [columns, rows].find((one) => one !== null && one.problem !== null)
  return {
    columns,
    rows,
    count,
    problem: unclear ? `${AXIS_NAMES[unclear.setting]}: ${unclear.problem ?? ''}` : tooMany(count),
  }
}

/** Why a board cannot have so many cells, in words; null when it can. */
export const tooMany = (count: number): string | null =>
  count > SWEEP_LIMIT
    ? `${countOf(count, 'picture')}: a sweep has at most ${SWEEP_LIMIT}. Take out some values`
    : null
