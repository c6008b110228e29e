import { useEffect, useRef } from 'preact/hooks'
import type { Layer } from '../../../../shared/selection.ts'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { wordsOf } from '../../words/words-of.ts'

/** A layer that is being edited is looked at again after so much silence. Milliseconds. */
const PAUSE = 300

/**
 * A layer's pixels, or why there are none, or null at first: a draft's from the proxy, any other layer's, and a draft's
 * that the proxy does not have, from the canvas. Pixels that are not shown any more are given back.
 */
export const usePicture = (layer: Layer): ImageBitmap | string | null => {
  const { canvas, pictures, clock } = usePanel().panel
  const picture = useSignal<ImageBitmap | string | null>(null)
  const show = (next: ImageBitmap | string | null) => {
    const old = picture.value
    picture.value = next
    if (old instanceof ImageBitmap) old.close()
  }
  const node = useRef<string | null>(null)
  useEffect(() => {
    let isGone = false
    const fromCanvas = async () => (await canvas.exportPicture({ node: layer.node })).bytes
    const load = async () => {
      const { recipe } = layer
      const bytes = await (recipe === null ? fromCanvas() : pictures(recipe.file).catch(fromCanvas))
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]))
      if (isGone) bitmap.close()
      else show(bitmap)
    }
    const callOff = clock.after(node.current === layer.node ? PAUSE : 0, () => {
      load().catch((error: unknown) => {
        if (!isGone) show(wordsOf(error))
      })
    })
    node.current = layer.node
    return () => {
      isGone = true
      callOff()
    }
  }, [layer])
  useEffect(() => () => show(null), [])
  return picture.value
}
