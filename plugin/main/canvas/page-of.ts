/** The page that a node is on; null when it was removed. */
export const pageOf = (node: BaseNode): PageNode | null => {
  if (node.type === 'PAGE') return node
  return node.parent === null ? null : pageOf(node.parent)
}
