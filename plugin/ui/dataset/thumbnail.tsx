import { useEffect, useRef } from 'preact/hooks'
import { usePanel } from '../panel-context.ts'
import { useBlobUrl } from '../use-blob-url.ts'
import { useSignal } from '../use-signal.ts'

export type ThumbnailProps = {
  /** Another one is another picture. */
  readonly of: string
  /** Null: there is nothing to show, or not yet. */
  readonly load: (() => Promise<Uint8Array<ArrayBuffer>>) | null
  readonly alt?: string
}

/** A picture that is fetched when it comes into sight, and given back when it is not shown any more. */
export const Thumbnail = ({ of, load, alt = '' }: ThumbnailProps) => {
  const { panel } = usePanel()
  const place = useRef<HTMLDivElement>(null)
  const isSeen = useSignal(false)
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return
      observer.disconnect()
      isSeen.value = true
    })
    if (place.current !== null) observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  // What cannot be shown stays plain; the row beside it says what is wrong.
  const url = useBlobUrl(of, isSeen.value ? load : null, () => void panel.proxy.check())
  return (
    <div ref={place} class="tile">
      {url !== null && <img src={url} alt={alt} />}
    </div>
  )
}
