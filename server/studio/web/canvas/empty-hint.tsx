import { keys } from '../bar/keys.ts'
import type { Studio } from '../create-studio.ts'

/** What to do with an empty canvas. */
export const EmptyHint = ({ studio }: { studio: Studio }) => {
  if (studio.scene.value.nodes.length > 0) return null
  return (
    <div class="empty-hint" style={{ right: `${studio.covered.value}px` }}>
      <p>Your drafts will stand here</p>
      <p>
        Write a brief in the Maquette panel and press {keys('Enter')}.
        <br />
        Drop a picture on the canvas to draft beside it.
      </p>
    </div>
  )
}
