import { Note } from '../../components/note.tsx'
import { Segments } from '../../components/segments.tsx'
import { Switch } from '../../components/switch.tsx'

export type FaceRowProps = {
  readonly isOn: boolean
  /** The side whose circle the keys move while she sets them; null otherwise. */
  readonly setting: 0 | 1 | null
  readonly onSwitch: (isOn: boolean) => void
  readonly onSet: (side: 0 | 1 | null) => void
}

const SIDES = ['Left', 'Right'] as const

/** Whether both faces are shown equally large, and where they are. */
export const FaceRow = ({ isOn, setting, onSwitch, onSet }: FaceRowProps) => {
  if (setting === null)
    return (
      <div class="row">
        <span>Same face size</span>
        {isOn && (
          <button class="button" onClick={() => onSet(0)}>
            Set faces
          </button>
        )}
        <Switch label="Same face size" isOn={isOn} onChange={onSwitch} />
      </div>
    )
  return (
    <Note
      tone="info"
      title="Where are the faces?"
      actions={
        <>
          <Segments
            label="Circle"
            options={SIDES}
            value={SIDES[setting]}
            onChange={(side) => onSet(side === 'Left' ? 0 : 1)}
          />
          <button class="button primary" onClick={() => onSet(null)}>
            Done
          </button>
        </>
      }
    >
      Drag each circle onto the face, and its edge to the size of the head. Or use the arrow keys, +
      and −. It is remembered for both pictures.
    </Note>
  )
}
