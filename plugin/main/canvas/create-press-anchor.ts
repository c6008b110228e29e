/** What she pressed the button beside. */
export type PressAnchor = {
  /**
   * The page and the nodes to draft beside: her selection. A selection that we made ourselves is not hers, so drafts
   * of drafts stay beside the node that she chose, not in an endless row.
   */
  read: () => { readonly page: PageNode; readonly nodes: readonly SceneNode[] }
  /** Says that these frames, placed beside those nodes, are now selected by us. */
  placed: (frames: readonly SceneNode[], beside: readonly SceneNode[]) => void
}

export const createPressAnchor = (): PressAnchor => {
  let ours: ReadonlySet<string> = new Set()
  let chosen: readonly SceneNode[] = []
  return {
    read: () => {
      const page = figma.currentPage
      const { selection } = page
      const isOurs = selection.length > 0 && selection.every(({ id }) => ours.has(id))
      const left = chosen.filter((node) => !node.removed)
      const isChoiceGone = chosen.length > 0 && left.length === 0
      return { page, nodes: isOurs && !isChoiceGone ? left : selection }
    },
    placed: (frames, beside) => {
      ours = new Set(frames.map(({ id }) => id))
      chosen = beside
    },
  }
}
