import { useEffect } from 'preact/hooks'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'

/** A layer of the canvas as it looks now. */
export const LayerImage = ({ node }: { readonly node: string }) => {
  const { canvas } = usePanel().panel
  const url = useSignal<string | null>(null)
  useEffect(() => {
    let isGone = false
    const load = async () => {
      const { bytes } = await canvas.exportPicture({ node })
      if (!isGone) url.value = URL.createObjectURL(new Blob([bytes]))
    }
    // Deleted meanwhile: its place stays plain.
    load().catch(() => undefined)
    return () => {
      isGone = true
      if (url.value !== null) URL.revokeObjectURL(url.value)
    }
  }, [canvas, node])
  return url.value === null ? <div class="blank" /> : <img src={url.value} alt="" />
}
