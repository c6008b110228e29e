import { Figurine } from './bar/icons.tsx'

type Props = { readonly words: string; readonly action: string; readonly onPress: () => void }

/** The whole page as a few words and one way on: where the studio cannot show the canvas. */
export const NoticePage = ({ words, action, onPress }: Props) => (
  <div class="notice-page" role="status">
    <Figurine />
    <p>{words}</p>
    <button type="button" class="button primary" onClick={onPress}>
      {action}
    </button>
  </div>
)
