import { usePanel } from '../../panel-context.ts'
import { ConsentNote } from './consent-note.tsx'
import { ReferenceCard } from './reference-card.tsx'
import { ReferenceOffer } from './reference-offer.tsx'

/** The reference of the next drafts, as far as the model can use one. */
export const ReferenceField = () => {
  const { drafting } = usePanel()
  const resolved = drafting.resolved.value
  if (resolved === null) return null
  const { capabilities, standing } = resolved
  const reference = drafting.references.chosen.value
  return (
    <div class="reference" role="group" aria-label="Reference">
      {capabilities.referenceUses.includes('follow') && (
        <>
          {reference !== null && <ReferenceCard reference={reference} />}
          <ReferenceOffer />
        </>
      )}
      {standing === 'unable' && (
        <div class="quiet">This model cannot use a reference; it is left out.</div>
      )}
      <ConsentNote />
    </div>
  )
}
