import type { FileId } from '../../../shared/ids.ts'
import { usePanel } from '../panel-context.ts'
import { useBlobUrl } from '../use-blob-url.ts'

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
  // A missing thumbnail is no trouble of hers: the tile stays plain, and placing the picture says what is wrong.
  const url = useBlobUrl(file, () => drafting.thumbnail(file, isSmall), onError)
  return url === null ? null : <img src={url} alt="" loading="lazy" decoding="async" />
}
