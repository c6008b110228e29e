// The typings call it deprecated; where there is no secure context, nothing has taken its place.
const page: { readonly execCommand: (command: 'copy') => boolean } = document

/**
 * Puts text on the clipboard. The panel is no secure context, so `navigator.clipboard` is missing, and the old command
 * on a selected text area is the only way. False when the browser refused.
 */
export const copyText = (text: string): boolean => {
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  const focused = document.activeElement
  document.body.append(area)
  area.select()
  const isCopied = page.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}
