import type { Theme } from '../theme.ts'

/**
 * Follows the studio's theme without a reload, as a panel does in Figma. The plugin's own messages are
 * `{ pluginMessage }`, so `{ studioTheme }` cannot be mistaken for one.
 */
const FOLLOW_THEME = `addEventListener('message', (event) => {
  if (event.source === parent && event.data && event.data.studioTheme)
    document.documentElement.className = 'figma-' + event.data.studioTheme
})`

/** The panel's document: what `showUI` was given, dressed as Figma dresses it. */
export const panelDocument = (html: string, theme: Theme, themeCss: string): string =>
  `<!doctype html><html class="figma-${theme}"><head><meta charset="utf-8"><style id="figma-style">${themeCss}</style><script>${FOLLOW_THEME}</script></head><body>${html}</body></html>`
