import { useEffect, useRef } from 'preact/hooks'
import { usePanel } from '../panel-context.ts'
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
  const url = useSignal<string | null>(null)
  useEffect(() => {
    let isGone = false
    const show = async () => {
      const bytes = await load?.()
      if (!isGone && bytes !== undefined) url.value = URL.createObjectURL(new Blob([bytes]))
    }
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return
      observer.disconnect()
      // What cannot be shown stays plain; the row beside it says what is wrong.
      show().catch(() => panel.proxy.check())
    })
    if (place.current !== null) observer.observe(place.current)
    return () => {
      isGone = true
      observer.disconnect()
      if (url.value !== null) URL.revokeObjectURL(url.value)
      url.value = null
    }
  }, [of])
  return (
    <div ref={place} class="tile">
      {url.value !== null && <img src={url.value} alt={alt} />}
    </div>
  )
}
