import { useEffect } from 'preact/hooks'
import { useSignal } from './use-signal.ts'

/**
 * An address for bytes while they are shown; null until they are there. `of`: another one stands for other bytes; `load`:
 * null while there is nothing to show.
 */
export const useBlobUrl = (
  of: string,
  load: (() => Promise<BlobPart>) | null,
  onError: (error: unknown) => void,
): string | null => {
  const url = useSignal<string | null>(null)
  useEffect(() => {
    if (load === null) return
    let isGone = false
    const show = async () => {
      const bytes = await load()
      if (!isGone) url.value = URL.createObjectURL(new Blob([bytes]))
    }
    show().catch((error: unknown) => {
      if (!isGone) onError(error)
    })
    return () => {
      isGone = true
      if (url.value !== null) URL.revokeObjectURL(url.value)
      url.value = null
    }
  }, [of, load === null])
  return url.value
}
