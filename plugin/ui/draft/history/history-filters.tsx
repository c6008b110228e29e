import { Disclosure } from '../../components/disclosure.tsx'
import { Field } from '../../components/field.tsx'
import { Segments } from '../../components/segments.tsx'
import { SelectField } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { versionName } from '../describe-version.ts'
import type { History } from './create-history.ts'

const ANY = ''
const MARKS = [ANY, 'star', 'reject'] as const
const MARK_WORDS = { [ANY]: 'All', star: '★ Stars', reject: '✕ Rejects' }
/** The time of a day, midnight here, so many days later. */
const midnight = (date: string, days: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day + days).toISOString()
}

/** What to look for in the history. */
export const HistoryFilters = ({ history }: { readonly history: History }) => {
  const { panel } = usePanel()
  const { query, search } = history
  const { words = '', style, version, mark, document } = query.value
  const from = useSignal('')
  const to = useSignal('')
  const styles = panel.proxy.status.value?.styles ?? []
  const versions = styles.find(({ id }) => id === style)?.versions ?? []
  const date = (label: string, value: typeof from, change: (date: string) => void) => (
    <Field label={label}>
      {(ties) => (
        <input
          {...ties}
          type="date"
          value={value.value}
          onChange={(event) => change((value.value = event.currentTarget.value))}
        />
      )}
    </Field>
  )
  return (
    <>
      <TextField
        label="Search"
        type="search"
        value={words}
        onChange={(words) => search({ words: words.slice(0, 200) })}
      />
      <Segments
        label="Where"
        options={['This file', 'All files']}
        value={document === undefined ? 'All files' : 'This file'}
        onChange={(place) =>
          search({ document: place === 'This file' ? panel.document : undefined })
        }
      />
      <Segments
        label="Marked"
        options={MARKS}
        textOf={(one) => MARK_WORDS[one]}
        value={mark ?? ANY}
        onChange={(one) => search({ mark: one || undefined })}
      />
      <Disclosure title="Style and date">
        <div class="halves">
          <SelectField
            label="Style"
            options={[ANY, ...styles.map(({ id }) => id)]}
            textOf={(id) => styles.find((one) => one.id === id)?.name ?? 'Any style'}
            value={style ?? ANY}
            onChange={(id) => search({ style: id || undefined, version: undefined })}
          />
          <SelectField
            label="Version"
            disabled={versions.length === 0}
            options={[ANY, ...versions.map(({ model }) => model)]}
            textOf={(model) => (model === ANY ? 'Any version' : versionName(model, versions))}
            value={version ?? ANY}
            onChange={(model) => search({ version: model || undefined })}
          />
          {date('From', from, (day) => search({ since: day ? midnight(day, 0) : undefined }))}
          {date('To', to, (day) => search({ until: day ? midnight(day, 1) : undefined }))}
        </div>
      </Disclosure>
    </>
  )
}
