/** Makes the change one step of her undo history, apart from what came before and what comes after. */
export const undoStep = <T>(change: () => T): T => {
  figma.commitUndo()
  try {
    return change()
  } finally {
    figma.commitUndo()
  }
}
