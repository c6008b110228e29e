import { usePanel } from '../../panel-context.ts'
import { useBlobUrl } from '../../use-blob-url.ts'

/** A layer of the canvas as it looks now. */
export const LayerImage = ({ node }: { readonly node: string }) => {
  const { panel } = usePanel()
  const load = async () => (await panel.canvas.exportPicture({ node })).bytes
  const url = useBlobUrl(node, load, panel.report)
  return url === null ? <div class="blank" /> : <img src={url} alt="" />
}
