const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** A shortcut with the command key, as the person's keyboard names it: `⌘⇧Z`, `Ctrl+Shift+Z`. */
export const keys = (rest: string): string =>
  isMac ? `⌘${rest}` : `Ctrl+${rest.replace('⇧', 'Shift+')}`
