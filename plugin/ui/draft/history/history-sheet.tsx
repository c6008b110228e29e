import { useEffect, useState } from 'preact/hooks'
import { Note } from '../../components/note.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { wordsOf } from '../../words/words-of.ts'
import type { Picture } from '../find-unplaced.ts'
import { recipeOf } from '../recipe-of.ts'
import { createHistory } from './create-history.ts'
import { groupByBrief } from './group-by-brief.ts'
import { HistoryDetails } from './history-details.tsx'
import { HistoryFilters } from './history-filters.tsx'
import { HistoryList } from './history-list.tsx'

/** Every brief and every picture that was ever drafted, newest first: to be found, and to be placed once more. */
export const HistorySheet = ({ onClose }: { readonly onClose: () => void }) => {
  const { panel, drafting } = usePanel()
  const [history] = useState(() => createHistory(panel))
  /** Its job and index stay; what is known of it may change. */
  const chosenKey = useSignal('')
  /** What came of the last press, in words. */
  const outcome = useSignal('')
  const { query, found, next, isLooking, failure, more } = history
  const groups = groupByBrief(found.value, query.value.mark)
  const chosen = groups
    .flatMap(({ pictures }) => pictures)
    .find(({ key }) => key === chosenKey.value)
  const { document, ...narrower } = query.value
  const isWhole = document !== undefined && !Object.values(narrower).some(Boolean)

  useEffect(() => {
    void more()
    return history.stop
  }, [])

  const run = (work: Promise<void>, done: string): void => {
    outcome.value = ''
    work.then(
      () => (outcome.value = done),
      (error: unknown) => (outcome.value = wordsOf(error)),
    )
  }
  const place = (picture: Picture) => run(drafting.placeAgain(picture), 'Placed on the canvas.')
  const star = ({ job, output }: Picture) =>
    run(
      drafting.steering.mark(
        [recipeOf(job, output)],
        output.mark?.kind === 'star' ? null : { kind: 'star' },
      ),
      '',
    )
  return (
    <Sheet
      title="History"
      onClose={onClose}
      footer={
        chosen && (
          <HistoryDetails
            picture={chosen}
            onPlace={place}
            onStar={star}
            onUse={({ job, output }) => {
              drafting.useRecipe(recipeOf(job, output), false)
              onClose()
            }}
          >
            {outcome.value}
          </HistoryDetails>
        )
      }
    >
      <HistoryFilters history={history} />
      <HistoryList
        groups={groups}
        chosen={chosen}
        onChoose={({ key }) => {
          outcome.value = ''
          chosenKey.value = key
        }}
        onPlace={place}
        onStar={star}
        onBrief={(brief) => {
          drafting.form.propose({ brief })
          onClose()
        }}
      />
      {failure.value !== null && <Note tone="danger">{failure.value}</Note>}
      {next.value !== null && !isLooking.value && (
        <button class="button" onClick={() => void more()}>
          {failure.value === null ? 'Show older' : 'Try again'}
        </button>
      )}
      <div class="quiet" role="status">
        {isLooking.value
          ? 'Looking…'
          : groups.length === 0 &&
            next.value === null &&
            (isWhole
              ? 'Nothing was drafted in this file yet.'
              : 'No draft fits. Look for other words, or with fewer filters.')}
      </div>
    </Sheet>
  )
}
