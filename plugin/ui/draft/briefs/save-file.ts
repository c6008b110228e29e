import type { Clock } from '../../clock.ts'

/** A browser may begin to read so much later. Milliseconds. */
const PATIENCE = 60_000

/** Offers a text as a file; Figma's desktop app asks where to put it. */
export const saveFile = (name: string, text: string, clock: Clock): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  Object.assign(document.createElement('a'), { href: url, download: name, rel: 'noopener' }).click()
  clock.after(PATIENCE, () => URL.revokeObjectURL(url))
}
