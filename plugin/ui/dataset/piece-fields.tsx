import type { PieceView } from '../../../shared/contract/dataset-routes.ts'
import type { Consent } from '../../../shared/piece.ts'
import { SelectField } from '../components/select.tsx'
import { Switch } from '../components/switch.tsx'
import { usePanel } from '../panel-context.ts'

const CONSENTS: readonly Consent[] = ['own-work', 'customer-allows', 'do-not-train']
const CONSENT_WORDS: Readonly<Record<Consent, string>> = {
  'own-work': 'My own work',
  'customer-allows': 'The customer allows training',
  'do-not-train': 'Do not train',
}

export type ConsentFieldProps = {
  readonly value: Consent
  readonly onChange: (consent: Consent) => void
}

/** Whether a style may learn from it. */
export const ConsentField = (props: ConsentFieldProps) => (
  <SelectField
    label="Rights"
    options={CONSENTS}
    textOf={(consent) => CONSENT_WORDS[consent]}
    {...props}
  />
)

/** What can be done with a piece in its dataset. */
export const PieceFields = ({ piece, onGone }: { piece: PieceView; onGone: () => void }) => {
  const { panel, dataset } = usePanel()
  const { heldOut } = piece
  const at = dataset.pieces.value.findIndex(({ id }) => id === piece.id)
  const move = (by: number) => () => panel.attempt(() => dataset.move(piece, by))
  return (
    <>
      <div class="row">
        <div>Held out for an exam, not trained on</div>
        <Switch
          label="Held out for an exam"
          isOn={heldOut}
          onChange={(heldOut) => panel.attempt(() => dataset.change(piece, { heldOut }))}
        />
      </div>
      <div class="actions">
        <button class="button" aria-disabled={at <= 0} onClick={move(-1)}>
          Earlier
        </button>
        <button
          class="button"
          aria-disabled={at === dataset.pieces.value.length - 1}
          onClick={move(1)}
        >
          Later
        </button>
        <button
          class="button remove"
          onClick={() =>
            panel.attempt(async () => {
              await dataset.remove(piece)
              onGone()
            })
          }
        >
          Take out
        </button>
      </div>
    </>
  )
}
