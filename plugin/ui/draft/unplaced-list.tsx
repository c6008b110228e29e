import { Button } from '@create-figma-plugin/ui'
import { useEffect, useRef } from 'preact/hooks'
import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'
import { countOf } from '../words/count-of.ts'
import type { Picture } from './find-unplaced.ts'
import styles from './job-list.css'
import { PictureImage } from './picture-image.tsx'

/** More thumbnails than this would hide the rest of the panel; "Place all" places the others, too. */
const SHOWN = 8

const UnplacedTile = ({ job, output }: Picture) => {
  const { panel, drafting } = usePanel()
  const { brief } = job.request
  return (
    <button
      type="button"
      class={styles.tile}
      title={brief}
      aria-label={`Place: ${brief}, picture ${output.index + 1}`}
      onClick={() => panel.attempt(() => drafting.place({ job, output }))}
    >
      <PictureImage file={output.file} alt="" />
      <span class={styles.caption}>Place</span>
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
      <Note tone="info">Nothing is unplaced: every finished picture is on the canvas.</Note>
    ) : null
  return (
    <section ref={section} aria-labelledby="unplaced-heading" class={styles.section}>
      <div class={styles.head}>
        <h2 id="unplaced-heading">Unplaced</h2>
        <Button secondary onClick={() => panel.attempt(drafting.placeAll)}>
          {pictures.length === 1 ? 'Place' : `Place all ${pictures.length}`}
        </Button>
      </div>
      <div class={styles.state} role="status">
        {countOf(pictures.length, 'finished picture')} without a place on the canvas
      </div>
      <div class={styles.tiles}>
        {pictures.slice(0, SHOWN).map((picture) => (
          <UnplacedTile key={`${picture.job.id}/${picture.output.index}`} {...picture} />
        ))}
      </div>
    </section>
  )
}
