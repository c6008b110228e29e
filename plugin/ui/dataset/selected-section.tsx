import { SUBJECT_LIMIT } from '../../../shared/dataset-procedures.ts'
import { IconButton } from '../components/icon-button.tsx'
import { Segments } from '../components/segments.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { countOf } from '../words/count-of.ts'
import type { Candidate } from './candidate.ts'
import { describeStanding, previewKey } from './candidate.ts'
import { LayerSheet } from './layer-sheet.tsx'
import { LeaveOutSwitches } from './leave-out-switches.tsx'
import { Thumbnail } from './thumbnail.tsx'

/** Rows that are shown at once; the others are exported all the same. */
const SHOWN = 60
/** Pixels: sharp on a dense screen. */
const PREVIEW = 128

const CandidateRow = ({ candidate, onOpen }: { candidate: Candidate; onOpen: () => void }) => {
  const { selected, exporting, words } = usePanel().dataset
  const { known } = candidate
  const name = candidate.name || 'Layer without a name'
  const standing = selected.standingOf(candidate)
  const caption = words(exporting.captionOf(candidate))
  return (
    <li class="piece">
      <Thumbnail of={previewKey(candidate)} load={selected.preview(candidate, PREVIEW)} />
      <div>
        <div class="brief" dir="auto" title={name}>
          {name}
        </div>
        <div class={standing.kind === 'refused' ? 'error' : 'quiet'} role="status">
          {describeStanding(standing)}
        </div>
        {standing.kind !== 'refused' && known !== null && (
          <div class={caption === '' ? 'error' : 'quiet brief'} dir="auto">
            {caption === '' ? 'No caption yet' : caption}
          </div>
        )}
      </div>
      <IconButton icon="adjust" label={`Look at ${name}`} onClick={onOpen} />
    </li>
  )
}

/** What is selected, as pieces: how each stands, and what none of them shows. */
export const SelectedSection = () => {
  const { panel, dataset } = usePanel()
  const { selected } = dataset
  const open = useSignal<string | null>(null)
  const candidates = selected.candidates.value
  const opened = candidates.find(({ node }) => node === open.value)
  if (candidates.length === 0)
    return (
      <div class="quiet" role="status">
        Select finished frames, groups, components or a section of them to make training pieces.
      </div>
    )
  return (
    <section aria-label="Selected" class="section">
      <h2>Selected</h2>
      {selected.count.value > SUBJECT_LIMIT && (
        <div class="quiet" role="status">
          The first {SUBJECT_LIMIT} of {selected.count.value} layers. Export them, and select the
          others then.
        </div>
      )}
      {selected.subjects.value
        .filter(({ parts }) => parts.length > 0)
        .map((subject) => (
          <div key={subject.node} class="row">
            <div class="brief" dir="auto">
              {subject.name}
            </div>
            <Segments
              id={`split-${subject.node}`}
              label={`${subject.name} becomes`}
              value={selected.splitOf(subject)}
              options={['one', 'parts']}
              textOf={(split) =>
                split === 'one' ? '1 piece' : countOf(subject.parts.length, 'piece')
              }
              onChange={(split) => panel.attempt(() => selected.split(subject, split))}
            />
          </div>
        ))}
      <ul>
        {candidates.slice(0, SHOWN).map((candidate) => (
          <CandidateRow
            key={candidate.node}
            candidate={candidate}
            onOpen={() => (open.value = candidate.node)}
          />
        ))}
      </ul>
      {candidates.length > SHOWN && (
        <div class="quiet">and {countOf(candidates.length - SHOWN, 'more layer')}</div>
      )}
      <LeaveOutSwitches />
      {opened !== undefined && (
        <LayerSheet candidate={opened} onClose={() => (open.value = null)} />
      )}
    </section>
  )
}
