/** Whether a layer, or one that holds it, is locked. */
export const isLocked = (node: BaseNode | null): boolean =>
  node !== null && (('locked' in node && node.locked) || isLocked(node.parent))
