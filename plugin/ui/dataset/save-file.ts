/** How long a browser may take to begin to save. Milliseconds. */
const PATIENCE = 60_000

/** Lets her save a file, as a click on a link would (figma.md: downloads work in the panel). */
export const saveFile = (name: string, contents: Blob): void => {
  const url = URL.createObjectURL(contents)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), PATIENCE)
}
