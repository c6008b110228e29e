import { compareWords } from '../../../shared/compare-words.ts'
import type { PieceChoices } from '../../../shared/piece-memory.ts'
import type { Fit } from '../../../shared/training.ts'
import { GENERATED_LIMIT } from '../../../shared/training.ts'
import { Note } from '../components/note.tsx'
import { Segments } from '../components/segments.tsx'
import { Sheet } from '../components/sheet.tsx'
import { Switch } from '../components/switch.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import type { Candidate } from './candidate.ts'
import { choicesOf, describeStanding, previewKey } from './candidate.ts'
import { CaptionField } from './caption-field.tsx'
import { OMISSION_WORDS } from './leave-out-switches.tsx'
import { ConsentField } from './piece-fields.tsx'
import { Thumbnail } from './thumbnail.tsx'

const FITS: readonly Fit[] = ['whole', 'figure', 'square']
const FIT_WORDS: Readonly<Record<Fit, string>> = {
  whole: 'Whole',
  figure: 'Close',
  square: 'Middle',
}
/** Pixels of the preview. */
const SIDE = 512

const percent = (share: number): string => `${Math.round(share * 100)} %`

export type LayerSheetProps = { readonly candidate: Candidate; readonly onClose: () => void }

/** One layer before it is exported: its picture as it will be, what is left out, its caption and its rights. */
export const LayerSheet = ({ candidate, onClose }: LayerSheetProps) => {
  const { panel, dataset } = usePanel()
  const { selected, exporting, captions, words } = dataset
  const { node, known, piece } = candidate
  const typed = useSignal<string | null>(null)
  const choices = choicesOf(candidate)
  const choose = (changes: Partial<PieceChoices>) =>
    panel.attempt(() => selected.choose(candidate, changes))
  const caption = typed.value ?? exporting.captionOf(candidate)
  const keepCaption = () => {
    const next = typed.value
    typed.value = null
    if (next === null) return
    if (piece === null) exporting.writeCaption(node, next)
    else panel.attempt(() => captions.write(piece, next))
  }
  const facts = known?.facts
  return (
    <Sheet
      title={candidate.name || 'Layer without a name'}
      onClose={() => {
        keepCaption()
        onClose()
      }}
    >
      <Thumbnail
        of={previewKey(candidate)}
        load={selected.preview(candidate, SIDE)}
        alt="The training picture"
      />
      <div class="quiet" role="status">
        {[describeStanding(selected.standingOf(candidate)), ...(facts?.notes ?? [])].join(' · ')}
      </div>
      <Segments
        id="fit"
        label="What the square shows"
        value={choices.fit}
        options={FITS}
        textOf={(fit) => FIT_WORDS[fit]}
        onChange={(fit) => choose({ fit })}
      />
      {known !== null && known.facts.probes !== null && (
        <Note
          tone={known.share > GENERATED_LIMIT ? 'warning' : 'plain'}
          title={`${percent(known.share)} generated`}
          actions={
            known.share > GENERATED_LIMIT && (
              <button
                class="button"
                aria-pressed={choices.trainAnyway}
                onClick={() => choose({ trainAnyway: !choices.trainAnyway })}
              >
                Train on it anyway
              </button>
            )
          }
        >
          So much of what can be seen is a picture from a draft. Above {percent(GENERATED_LIMIT)} a
          style begins to learn from itself.
        </Note>
      )}
      {facts !== undefined && (
        <CaptionField
          caption={caption}
          piece={piece?.id ?? null}
          words={[...facts.hints.layers, ...facts.hints.texts]}
          gaps={compareWords(words(caption), facts.hints, facts.brief ?? '')}
          suggestion={known === null ? '' : exporting.suggestion(known)}
          picture={async () => (await exporting.draw(node)).file}
          onChange={(text) => (typed.value = text)}
          onLeave={keepCaption}
        />
      )}
      <ConsentField value={choices.consent} onChange={(consent) => choose({ consent })} />
      {facts !== undefined && facts.leftOut.length > 0 && (
        <section aria-label="Left out of this piece">
          <h2>Left out of this piece</h2>
          {facts.leftOut.map(({ node: layer, name, why, kept }) => (
            <div key={layer} class="row">
              <div>
                <div class="brief" dir="auto">
                  {name}
                </div>
                <div class="quiet">{OMISSION_WORDS[why]}</div>
              </div>
              <Switch
                label={`Leave out ${name}`}
                isOn={!kept}
                onChange={(isOut) =>
                  choose({
                    keep: isOut
                      ? choices.keep.filter((one) => one !== layer)
                      : [...choices.keep, layer],
                  })
                }
              />
            </div>
          ))}
        </section>
      )}
      <div class="actions">
        <button
          class="button"
          onClick={() => panel.attempt(() => panel.canvas.revealLayer({ node }))}
        >
          Show on the canvas
        </button>
      </div>
    </Sheet>
  )
}
