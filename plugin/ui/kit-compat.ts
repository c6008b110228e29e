import type { ComponentChild } from 'preact'

// Stands for `preact/compat` in the bundle (see build-figma-plugin.ui.js): what the kit takes from it, at a hundredth
// of its size.

/** The kit's components see no ref; the panel gives them none. */
export const forwardRef =
  <Props>(draw: (props: Props, ref: null) => ComponentChild) =>
  (props: Props): ComponentChild =>
    draw(props, null)

/** Named by the kit's Dropdown, which the panel has no use for: native lists bring their keyboard and names along. */
export const createPortal = (): never => {
  throw new Error('The kit’s Dropdown needs preact/compat.')
}
