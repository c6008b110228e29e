import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Host } from '../../host/host.ts'
import { caughtBy, deepestAt, topmostAt } from './hit-test.ts'
import { between } from './rectangle.ts'
import type { Point, Rectangle } from './rectangle.ts'
import { pan, toCanvas } from './viewport.ts'

/** What the hand is doing. Points are canvas points, but `last`, which is a screen point. */
export type Gesture =
  | { readonly type: 'idle' }
  | { readonly type: 'pan'; readonly last: Point }
  | {
      readonly type: 'marquee'
      readonly from: Point
      readonly area: Rectangle
      readonly kept: readonly string[]
    }
  | {
      readonly type: 'move'
      readonly from: Point
      readonly by: Point
      readonly ids: readonly string[]
      /** Selected alone if the hand lets go without a move; null to leave the selection. */
      readonly clicked: string | null
      readonly started: boolean
    }

type Press = {
  readonly screen: Point
  /** With the hand tool, or the middle button. */
  readonly hand: boolean
  readonly shift: boolean
  /** The frame whose name was pressed; null anywhere else. */
  readonly node: string | null
}

export type Gestures = {
  readonly current: ReadonlySignal<Gesture>
  readonly press: (press: Press) => void
  readonly drag: (screen: Point, shift: boolean) => void
  readonly release: () => void
  /** Ends the gesture without an edit. */
  readonly cancel: () => void
  /** A double click reaches into the frame. */
  readonly reachInto: (screen: Point) => void
}

const IDLE: Gesture = { type: 'idle' }
/** Screen pixels that a hand may tremble before a click becomes a move. */
const SLACK = 3

/** Along the longer of the two axes only, as Shift asks for. */
const straight = (by: Point): Point =>
  Math.abs(by.x) >= Math.abs(by.y) ? { x: by.x, y: 0 } : { x: 0, y: by.y }

/** Pressing, dragging and releasing on the canvas. A move is drawn while it lasts and becomes one edit when it ends. */
export const createGestures = (host: Host): Gestures => {
  const current = signal<Gesture>(IDLE)
  const viewport = () => host.viewport.get()

  const pressNode = (id: string, from: Point, shift: boolean): void => {
    const { selection } = host.scene()
    const isSelected = selection.includes(id)
    if (shift)
      host.person.select(isSelected ? selection.filter((one) => one !== id) : [...selection, id])
    else if (!isSelected) host.person.select([id])
    const ids = host.scene().selection
    if (!ids.includes(id)) return
    const clicked = shift ? null : id
    current.value = { type: 'move', from, by: { x: 0, y: 0 }, ids, clicked, started: false }
  }

  const press = ({ screen, hand, shift, node }: Press): void => {
    if (hand) {
      current.value = { type: 'pan', last: screen }
      return
    }
    const { nodes, selection } = host.scene()
    const from = toCanvas(viewport(), screen)
    const inner = deepestAt(nodes, from)?.id
    const isInnerSelected = inner !== undefined && selection.includes(inner)
    const pressed = node ?? (isInnerSelected ? inner : topmostAt(nodes, from)?.id)
    if (pressed !== undefined) {
      pressNode(pressed, from, shift)
      return
    }
    const kept = shift ? selection : []
    if (!shift && selection.length > 0) host.person.select([])
    current.value = { type: 'marquee', from, area: between(from, from), kept }
  }

  const drag = (screen: Point, shift: boolean): void => {
    const gesture = current.value
    const to = toCanvas(viewport(), screen)
    switch (gesture.type) {
      case 'idle':
        return
      case 'pan': {
        const by = { x: screen.x - gesture.last.x, y: screen.y - gesture.last.y }
        host.viewport.set(pan(viewport(), by))
        current.value = { type: 'pan', last: screen }
        return
      }
      case 'marquee': {
        const area = between(gesture.from, to)
        const ids = [...new Set([...gesture.kept, ...caughtBy(host.scene().nodes, area)])]
        const { selection } = host.scene()
        const isNew = ids.length !== selection.length || ids.some((id) => !selection.includes(id))
        if (isNew) host.person.select(ids)
        current.value = { ...gesture, area }
        return
      }
      case 'move': {
        const by = { x: Math.round(to.x - gesture.from.x), y: Math.round(to.y - gesture.from.y) }
        const started = gesture.started || Math.hypot(by.x, by.y) * viewport().zoom > SLACK
        if (started) current.value = { ...gesture, by: shift ? straight(by) : by, started }
      }
    }
  }

  const cancel = (): void => {
    current.value = IDLE
  }

  const release = (): void => {
    const gesture = current.value
    cancel()
    if (gesture.type !== 'move') return
    const { by, clicked } = gesture
    // The plugin may have removed some of them meanwhile.
    const ids = gesture.ids.filter((id) => host.person.node(id) !== null)
    if (gesture.started) host.person.move(ids, by.x, by.y)
    else if (clicked !== null && ids.length > 1) host.person.select([clicked])
  }

  const reachInto = (screen: Point): void => {
    const node = deepestAt(host.scene().nodes, toCanvas(viewport(), screen))
    if (node !== null) host.person.select([node.id])
  }

  return { current, press, drag, release, cancel, reachInto }
}
