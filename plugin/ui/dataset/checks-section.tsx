import { useEffect } from 'preact/hooks'
import type { CheckReport, CheckResult } from '../../../shared/contract/check-views.ts'
import { Disclosure } from '../components/disclosure.tsx'
import { usePanel } from '../panel-context.ts'
import { countOf } from '../words/count-of.ts'
import { Thumbnail } from './thumbnail.tsx'

/** Pieces of a result that are shown; the others are in the list of pieces. */
const SHOWN = 12

const blocks = ({ level, accepted }: CheckResult): boolean => level === 'blocking' && !accepted

type Open = { readonly onOpen: (piece: string) => void }

const Result = ({ result, onOpen }: Open & { readonly result: CheckResult }) => {
  const { panel, dataset } = usePanel()
  const { title, why, fix, source, pieces, accepted } = result
  const fileOf = (piece: string) => dataset.pieces.value.find(({ id }) => id === piece)?.file
  const isOpen = blocks(result)
  return (
    <li class={isOpen ? 'error' : ''}>
      <Disclosure title={accepted ? `${title} (accepted)` : title}>
        <div class="note">
          <p>{why}</p>
          <p>{fix}</p>
          <div class="quiet">Source: {source}</div>
          <div class={pieces.every(({ note }) => note === null) ? 'tiles' : ''}>
            {pieces.slice(0, SHOWN).map(({ id, name, note }) => {
              const file = fileOf(id)
              return (
                <button
                  key={id}
                  class={note === null ? 'tile' : 'piece'}
                  title={name}
                  aria-label={note === null ? name : `${name}: ${note}`}
                  onClick={() => onOpen(id)}
                >
                  {file !== undefined && (
                    <Thumbnail of={file} load={() => panel.thumbnails(file)} />
                  )}
                  {note !== null && (
                    <span>
                      <strong>{name}</strong>
                      <br />
                      {note}
                    </span>
                  )}
                </button>
              )
            })}
          </div>
          {isOpen && pieces.length > 0 && (
            <div class="actions">
              <button
                class="button"
                onClick={() => panel.attempt(() => dataset.checks.accept(result))}
              >
                Train on {pieces.length === 1 ? 'it' : 'them'} anyway
              </button>
            </div>
          )}
        </div>
      </Disclosure>
    </li>
  )
}

const verdictOf = ({ state, results, trainable }: CheckReport): string => {
  switch (state) {
    case 'running':
      return 'Looking at the pictures'
    case 'failed':
      return 'The checks broke off.'
    case 'done':
      if (!trainable)
        return `${countOf(results.filter(blocks).length, 'problem')} would spoil a training`
      return results.length === 0
        ? 'Ready to train on'
        : `Ready to train on, with ${countOf(results.length, 'thing')} to look at`
  }
}

/** What would spoil a training: blocking first, each with why, how to mend it, and whose rule it is. */
export const ChecksSection = ({ onOpen }: Open) => {
  const { panel, dataset } = usePanel()
  const { checks, exporting } = dataset
  useEffect(() => checks.watch(() => (exporting.run.value?.state ?? 'ended') !== 'ended'), [checks])
  const report = checks.report.value
  if (report === null || dataset.pieces.value.length === 0) return null
  const { results, state, done, total, trainable } = report
  return (
    <section aria-label="Checks" class="section">
      <h2>Checks</h2>
      <div class={state === 'done' && !trainable ? 'error' : 'quiet'} role="status">
        {verdictOf(report)}
      </div>
      {state === 'failed' && (
        <div class="actions">
          <button class="button" onClick={() => panel.attempt(checks.begin)}>
            Check again
          </button>
        </div>
      )}
      {state === 'running' && <progress aria-label="Checks" value={done} max={total} />}
      <ul>
        {results.map((result) => (
          <Result
            key={`${result.code} ${result.level} ${result.title}`}
            result={result}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  )
}
