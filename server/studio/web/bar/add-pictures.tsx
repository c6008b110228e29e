import { useRef } from 'preact/hooks'
import { openPictures } from '../canvas/open-pictures.ts'
import type { Studio } from '../create-studio.ts'
import { PictureIcon } from './icons.tsx'

/** Picture files by hand, for those who do not drop them. */
export const AddPictures = ({ studio }: { studio: Studio }) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="text-button"
        aria-label="Add picture"
        title="Add pictures from your files, or drop them on the canvas"
        onClick={() => input.current?.click()}
      >
        <PictureIcon />
        <span>Add picture</span>
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          void openPictures(studio, [...(event.currentTarget.files ?? [])], null)
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
