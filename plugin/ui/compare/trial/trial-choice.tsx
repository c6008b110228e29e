import type { Outcome } from '../../../../shared/comparison.ts'
import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import { isSecret } from '../../../../shared/sweep.ts'
import { KeyButton } from '../../components/key-button.tsx'
import { usePanel } from '../../panel-context.ts'
import { PictureImage } from '../../draft/picture-image.tsx'
import { versionName } from '../../draft/describe-version.ts'
import type { TrialRow } from './trial-rows.ts'

export type TrialChoiceProps = {
  readonly view: SweepView
  readonly row: TrialRow
  readonly onChoose: (outcome: Outcome) => void
}

/** The pictures of one row: which is better, by click or key. */
export const TrialChoice = ({ view, row, onChoose }: TrialChoiceProps) => {
  const { panel, comparing } = usePanel()
  const { outcome, places } = row
  const versions = comparing.facts.styleOf(view.sweep.base)?.versions ?? []
  const fileOf = (job: (typeof places)[number]['job']) =>
    panel.jobs.jobs.value.get(job)?.outputs[0]?.file
  const isWhole = places.every(({ job }) => fileOf(job) !== undefined)
  const problem = isWhole ? null : 'Its pictures are not all there yet'
  const choose = (next: Outcome) => () => problem === null && onChoose(next)
  const isWinner = (version: string) => outcome?.kind === 'won' && outcome.version === version
  return (
    <>
      <div class="duel">
        {places.map(({ job, letter, version }) => {
          const file = fileOf(job)
          return (
            <button
              key={job}
              class={isWinner(version) ? 'tile chosen' : 'tile'}
              aria-label={`${letter} is better`}
              aria-disabled={problem !== null}
              onClick={choose({ kind: 'won', version })}
            >
              {file !== undefined && <PictureImage file={file} />}
              {isWinner(version) && <span class="caption">★ Better</span>}
            </button>
          )
        })}
        {places.map(({ letter, version }) => (
          <KeyButton
            key={letter}
            hotkey={letter}
            isOn={isWinner(version)}
            problem={problem}
            onClick={choose({ kind: 'won', version })}
          >
            {isSecret(view.sweep) ? 'This one' : versionName(version, versions)}
          </KeyButton>
        ))}
      </div>
      <div class="actions">
        <KeyButton
          hotkey="T"
          isOn={outcome?.kind === 'tie'}
          problem={problem}
          onClick={choose({ kind: 'tie' })}
        >
          As good
        </KeyButton>
        <KeyButton
          hotkey="0"
          isOn={outcome?.kind === 'neither'}
          problem={problem}
          onClick={choose({ kind: 'neither' })}
        >
          {places.length > 2 ? 'None of them' : 'Neither'}
        </KeyButton>
      </div>
    </>
  )
}
