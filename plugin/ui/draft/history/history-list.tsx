import { useRef } from 'preact/hooks'
import { describeMark } from '../../../../shared/describe-mark.ts'
import { PictureImage } from '../picture-image.tsx'
import type { BriefGroup, HistoryPicture } from './group-by-brief.ts'
import { nextTile } from './next-tile.ts'

export type HistoryListProps = {
  readonly groups: readonly BriefGroup[]
  readonly chosen: HistoryPicture | undefined
  readonly onChoose: (picture: HistoryPicture) => void
  readonly onPlace: (picture: HistoryPicture) => void
  readonly onStar: (picture: HistoryPicture) => void
  readonly onBrief: (brief: string) => void
}

/** Briefs with their pictures. Arrow keys go from picture to picture, Enter places one, S stars it. */
export const HistoryList = (props: HistoryListProps) => {
  const { groups, chosen } = props
  const list = useRef<HTMLUListElement>(null)
  const reached = chosen ?? groups.find(({ pictures }) => pictures.length > 0)?.pictures[0]
  const press = (picture: HistoryPicture, event: KeyboardEvent) => {
    const tiles = list.current?.querySelectorAll<HTMLElement>('.tile') ?? []
    const next = nextTile([...tiles], event.currentTarget as HTMLElement, event.key)
    if (next !== undefined) next.focus()
    else if (event.key === 'Enter') props.onPlace(picture)
    else if (event.key === 's') props.onStar(picture)
    else return
    event.preventDefault()
  }
  return (
    <ul ref={list} aria-label="Drafts">
      {groups.map(({ key, brief, pictures }) => (
        <li key={key} class="section">
          <button
            class="brief"
            title="Use this brief"
            dir="auto"
            onClick={() => props.onBrief(brief)}
          >
            {brief}
          </button>
          <div class="tiles">
            {pictures.map((picture) => {
              const { file, index, mark } = picture.output
              const words = mark == null ? '' : describeMark(mark)
              return (
                <button
                  key={picture.key}
                  class="tile"
                  tabIndex={picture.key === reached?.key ? 0 : -1}
                  aria-pressed={picture.key === chosen?.key}
                  aria-label={`${brief}, picture ${index + 1} ${words}`}
                  onFocus={() => props.onChoose(picture)}
                  onKeyDown={(event) => press(picture, event)}
                >
                  <PictureImage file={file} isSmall />
                  {words !== '' && <span class="badge">{words[0]}</span>}
                </button>
              )
            })}
          </div>
        </li>
      ))}
    </ul>
  )
}
