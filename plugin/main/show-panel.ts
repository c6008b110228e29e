import type { Size } from '../../shared/aspect-ratio.ts'

/**
 * Opens the panel in the page that create-figma-plugin's bundle expects. Its own `showUI` writes data into the script
 * unescaped, so nothing is handed over here: names and briefs go as messages.
 */
export const showPanel = (size: Size): void =>
  figma.showUI(
    `<div id="create-figma-plugin"></div><script>document.body.classList.add('theme-figma');const __FIGMA_COMMAND__='';const __SHOW_UI_DATA__={};${__html__}</script>`,
    { ...size, themeColors: true },
  )
