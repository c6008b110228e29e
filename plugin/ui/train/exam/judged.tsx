import type { Judgement } from '../../../../shared/contract/index.ts'
import { PictureImage } from '../../draft/picture-image.tsx'

/** What was measured on drawings of two styles that the thresholds were not chosen on; see server/judgements. */
export const HOW_SURE =
  'Hints, not verdicts: on drawings made to test them, 207 of 210 copies were found and 5 of 48 others flagged by mistake; of wrong colours 35 of 48 were found, and 2 of 48 flagged by mistake.'

const COLOURS = 'A colour distance of 2 can just be seen; 10 is another colour.'

/** What the checks say of a picture: the piece that it is most like beside how close it comes, and its colours. */
export const Judged = ({ judgement }: { readonly judgement: Judgement }) => {
  const { nearest, score, isTooClose, mirrored } = judgement.copying
  const { distance, isOff, fromColours } = judgement.palette
  return (
    <div class="judged">
      <PictureImage file={nearest.file} isSmall />
      <div class={isTooClose ? 'error' : 'quiet'}>
        {isTooClose ? 'Over-fitted? Copies ' : 'Nearest: '}
        {nearest.name}
        {mirrored && ', mirrored'}, {Math.round(score * 100)}% alike
      </div>
      <div class={isOff ? 'error' : 'quiet'} title={COLOURS}>
        {isOff ? 'Colours off the style' : 'Colours in style'}, distance {distance.toFixed(1)}
        {fromColours !== null && `; ${fromColours.toFixed(1)} from your colour styles`}
      </div>
    </div>
  )
}
