import { useEffect } from 'preact/hooks'
import type { PictureRef } from '../../../shared/picture-ref.ts'
import type { JobView } from '../../../shared/contract/index.ts'
import { usePanel } from '../panel-context.ts'
import { formatPrice } from '../words/format-price.ts'

/** A failed picture once more; what that costs is on the button. */
export const RetryButton = ({ job, index }: { readonly job: JobView; readonly index: number }) => {
  const { panel, drafting } = usePanel()
  const price = drafting.capabilitiesOf(job)?.pricePerPicture
  const { model } = job
  useEffect(() => {
    void panel.models.ask(model)
  }, [model])
  const picture: PictureRef = { job: job.id, index }
  return (
    <button class="button" onClick={() => panel.attempt(() => drafting.retry(picture))}>
      {price === undefined || price.usd === 0 ? 'Try again' : `Try again · ${formatPrice(price)}`}
    </button>
  )
}
