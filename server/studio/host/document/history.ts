import type { NodeRecord } from './node-record.ts'

/** A node before and after; undefined where it was not there. */
export type NodeEdit = {
  readonly before: NodeRecord | undefined
  readonly after: NodeRecord | undefined
}

/** One undo step: what it did to each node, by id. */
type Step = ReadonlyMap<string, NodeEdit>

export type History = {
  /** Adds an edit to the open step. */
  record: (id: string, edit: NodeEdit) => void
  /** Closes the open step, if it did anything. */
  commit: () => void
  /** False when there is nothing to undo. The open step goes first. */
  undo: () => boolean
  redo: () => boolean
  depth: () => number
  redoDepth: () => number
}

/** `apply` puts a node back as it was; undefined removes it. */
export const createHistory = (
  apply: (id: string, node: NodeRecord | undefined) => void,
): History => {
  const undoable: Step[] = []
  let redoable: Step[] = []
  let open = new Map<string, NodeEdit>()

  /** What the open step changed, in the end. */
  const edits = (): [string, NodeEdit][] =>
    [...open].filter(([, { before, after }]) => JSON.stringify(before) !== JSON.stringify(after))
  const commit = (): void => {
    const step = new Map(edits())
    if (step.size > 0) undoable.push(step)
    open = new Map()
  }

  return {
    record: (id, { before, after }) => {
      const earlier = open.get(id)
      open.set(id, { before: earlier === undefined ? before : earlier.before, after })
      redoable = []
    },
    commit,
    undo: () => {
      commit()
      const step = undoable.pop()
      if (step === undefined) return false
      for (const [id, { before }] of step) apply(id, before)
      redoable.push(step)
      return true
    },
    redo: () => {
      commit()
      const step = redoable.pop()
      if (step === undefined) return false
      for (const [id, { after }] of step) apply(id, after)
      undoable.push(step)
      return true
    },
    depth: () => undoable.length + (edits().length > 0 ? 1 : 0),
    redoDepth: () => redoable.length,
  }
}
