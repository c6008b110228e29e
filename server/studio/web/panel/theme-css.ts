import theme from '@create-figma-plugin/ui/css/theme.css' with { type: 'text' }

/** Figma's theme variables, with the theme's class on `<html>` as Figma sets it in a panel. */
export const themeCss = theme.replaceAll(':root .', ':root.')
