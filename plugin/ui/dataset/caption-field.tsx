import { buildCaption } from '../../../shared/build-caption.ts'
import type { WordGaps } from '../../../shared/compare-words.ts'
import { CAPTION_LIMIT } from '../../../shared/piece.ts'
import type { FileId, PieceId } from '../../../shared/ids.ts'
import { TextField } from '../components/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import { DescribeButtons } from './describe-buttons.tsx'

export type CaptionFieldProps = {
  readonly caption: string
  /** The piece that it is of; null for one that is none yet. */
  readonly piece: PieceId | null
  /** Words that may belong into it, from layers and texts. */
  readonly words: readonly string[]
  /** Where it and the layers disagree. */
  readonly gaps: WordGaps
  /** A caption from what the layers say; empty when they say nothing. */
  readonly suggestion: string
  /** The picture as it is stored, for a look at it. */
  readonly picture: () => Promise<FileId>
  readonly onChange: (caption: string) => void
  readonly onLeave: () => void
}

/** Numbers, prices and dates are no part of what can be seen. */
const IDLE = /[\d€$£]/

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')

const gapWords = ({ unseen, unsaid }: WordGaps): string[] => [
  ...(unseen.length > 0 ? [`No layer is called ${quoted(unseen)}.`] : []),
  ...(unsaid.length > 0 ? [`The caption says nothing of ${quoted(unsaid)}.`] : []),
]

/** What stands in a picture, in words: typed, put together from layers, or like a similar piece. */
export const CaptionField = (props: CaptionFieldProps) => {
  const { caption, piece, words, gaps, suggestion, picture, onChange, onLeave } = props
  const { captions, style } = usePanel().dataset
  const put = (next: string) => {
    onChange(next)
    onLeave()
  }
  const add = (word: string) => {
    const chosen = style.value
    if (caption !== '') put(`${caption}, ${word}`)
    else if (chosen !== null) put(buildCaption(chosen, word))
  }
  const fresh = words.filter(
    (word) => !IDLE.test(word) && !caption.toLowerCase().includes(word.toLowerCase()),
  )
  const similar = captions.similar(caption || suggestion, piece)
  return (
    <div>
      <TextField
        label="Caption"
        rows={3}
        value={caption}
        hint={gapWords(gaps).join(' ')}
        error={caption.length > CAPTION_LIMIT ? 'A caption has at most 2000 characters.' : null}
        onChange={(text) => onChange(text.replace(/[\p{Cc}\p{Cs}]+/gu, ' '))}
        onLeave={onLeave}
      />
      <div class="actions">
        {suggestion !== '' && suggestion !== caption && (
          <button class="button" title={suggestion} onClick={() => put(suggestion)}>
            From the layers
          </button>
        )}
        <DescribeButtons picture={picture} hints={words} onText={put} />
        {similar.map(({ id, name, caption: other }) => (
          <button key={id} class="button" title={other} onClick={() => put(other)}>
            As {name}
          </button>
        ))}
        {fresh.slice(0, 12).map((word) => (
          <button key={word} class="button" onClick={() => add(word)}>
            + {word}
          </button>
        ))}
      </div>
    </div>
  )
}
