import { useEffect, useRef } from 'preact/hooks'
import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'
import { countOf } from '../words/count-of.ts'
import type { Picture } from './find-unplaced.ts'
import { PictureImage } from './picture-image.tsx'

/** More thumbnails than this would hide the rest of the panel; "Place all" places the others, too. */
const SHOWN = 8

const UnplacedTile = ({ job, output }: Picture) => {
  const { panel, drafting } = usePanel()
  const { brief } = job.request
  return (
    <button
      class="tile"
      title={brief}
      aria-label={`Place: ${brief}, picture ${output.index + 1}`}
      onClick={() => panel.attempt(() => drafting.place({ job, output }))}
    >
      <PictureImage file={output.file} />
      <span class="caption">Place</span>
    </button>
  )
}

/** Finished pictures of this document that are nowhere on its canvas: nothing that was made is lost. */
export const UnplacedList = () => {
  const { panel, drafting } = usePanel()
  const pictures = drafting.unplaced.value
  const section = useRef<HTMLElement>(null)
  const isAskedFor = drafting.asksForUnplaced.value
  useEffect(() => {
    if (isAskedFor) section.current?.scrollIntoView({ block: 'nearest' })
  }, [isAskedFor, pictures.length])
  if (pictures.length === 0)
    return isAskedFor ? (
      <Note tone="info">
        Nothing is unplaced: every finished picture is on the canvas or dismissed.
      </Note>
    ) : null
  return (
    <section ref={section} aria-label="Unplaced" class="section">
      <div class="row">
        <h2>Unplaced</h2>
        <button
          class="button"
          title="History keeps them"
          onClick={() => panel.attempt(() => drafting.dismissAll())}
        >
          {pictures.length === 1 ? 'Dismiss' : 'Dismiss all'}
        </button>
        <button class="button" onClick={() => panel.attempt(drafting.placeAll)}>
          {pictures.length === 1 ? 'Place' : `Place all ${pictures.length}`}
        </button>
      </div>
      <div class="quiet" role="status">
        {countOf(pictures.length, 'finished picture')} without a place on the canvas
      </div>
      <div class="tiles">
        {pictures.slice(0, SHOWN).map((picture) => (
          <UnplacedTile key={`${picture.job.id}/${picture.output.index}`} {...picture} />
        ))}
      </div>
    </section>
  )
}
