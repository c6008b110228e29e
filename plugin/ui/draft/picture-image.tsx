import { useEffect } from 'preact/hooks'
import type { FileId } from '../../../shared/ids.ts'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'

export type PictureImageProps = {
  readonly file: FileId
  /** As a thumbnail: it is one of many. */
  readonly isSmall?: boolean
  readonly onError?: (error: unknown) => void
}

/** A stored picture. It comes through the proxy's token, so as a blob of our own, given back when it is not shown. */
export const PictureImage = ({
  file,
  isSmall = false,
  onError = () => undefined,
}: PictureImageProps) => {
  const { drafting } = usePanel()
  const url = useSignal<string | null>(null)
  useEffect(() => {
    let isGone = false
    const load = async () => {
      const bytes = await drafting.thumbnail(file, isSmall)
      if (!isGone) url.value = URL.createObjectURL(new Blob([bytes]))
    }
    // A missing thumbnail is no trouble of hers: the tile stays plain, and placing the picture says what is wrong.
    load().catch(onError)
    return () => {
      isGone = true
      if (url.value !== null) URL.revokeObjectURL(url.value)
    }
  }, [drafting, file])
  return url.value === null ? null : <img src={url.value} alt="" loading="lazy" decoding="async" />
}
