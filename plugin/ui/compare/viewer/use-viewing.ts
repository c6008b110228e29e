import { useEffect, useMemo } from 'preact/hooks'
import type { Size } from '../../../../shared/aspect-ratio.ts'
import type { Layer } from '../../../../shared/selection.ts'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import type { FaceStore } from './create-faces.ts'
import type { Mode, Scene } from './draw-stage.ts'
import { MODES, paneOf, placed } from './draw-stage.ts'
import { grabCircle, resized, shifted } from './grab-circle.ts'
import { measureDifference } from './measure-difference.ts'
import { WHOLE, moved, zoomed } from './placements.ts'
import type { Point } from './stage.tsx'
import { usePicture } from './use-picture.ts'

export type ViewerProps = {
  readonly left: Layer
  readonly right: Layer
  readonly faces: FaceStore
  /** Another picture on the right: the next one, or the one before. */
  readonly onStep: (by: 1 | -1) => void
}

type Sign = 0 | 1 | -1

/** Milliseconds that a picture is shown while they blink: slow enough for everybody's eyes. */
const BLINK = 700
/** Where the slider can be grabbed while a drag elsewhere moves the pictures, in CSS pixels. */
const NEAR = 12
const STEPS: Partial<Record<string, readonly [Sign, Sign]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const FACTORS: Partial<Record<string, number>> = { '+': 1.05, '=': 1.05, '-': 1 / 1.05 }

const part = (value: number): number => Math.min(1, Math.max(0, value))

/** How two pictures are looked at, and what the pointer and the keys do about it. */
export const useViewing = ({ left, right, faces, onStep }: ViewerProps) => {
  const { clock } = usePanel().panel
  const layers = [left, right] as const
  const pictures = [usePicture(left), usePicture(right)] as const
  /** Null: as it suits the pair. */
  const chosenMode = useSignal<Mode | null>(null)
  const chosenSame = useSignal<boolean | null>(null)
  const slider = useSignal(0.5)
  const shown = useSignal<0 | 1>(0)
  const isPaused = useSignal(matchMedia('(prefers-reduced-motion: reduce)').matches)
  const view = useSignal(WHOLE)
  const setting = useSignal<0 | 1 | null>(null)

  const isMixed = (left.recipe === null) !== (right.recipe === null)
  const usual: Mode = isMixed ? 'Side by side' : 'Slider'
  const mode = setting.value === null ? (chosenMode.value ?? usual) : MODES[0]
  const hasSameFaces = chosenSame.value ?? isMixed
  const circles = [faces.of(left), faces.of(right)] as const

  const [one, two] = pictures
  const loaded =
    one instanceof ImageBitmap && two instanceof ImageBitmap ? ([one, two] as const) : null
  const difference = useMemo(
    () => (loaded !== null && mode === 'Difference' ? measureDifference(...loaded) : null),
    [one, two, mode],
  )
  useEffect(() => {
    if (mode !== 'Blink' || isPaused.value) return
    return clock.after(BLINK, () => (shown.value = shown.value === 0 ? 1 : 0))
  }, [mode, isPaused.value, shown.value])

  const scene: Scene | null = loaded && {
    mode,
    pictures: loaded,
    view: view.value,
    slider: slider.value,
    shown: shown.value,
    difference,
    faces: hasSameFaces && mode !== 'Difference' ? circles : null,
    circles: setting.value === null ? null : circles,
  }

  const grab = (at: Point, stage: Size) => {
    if (scene === null) return null
    const pane = paneOf(stage, mode)
    const side = at.x < pane.width ? 0 : 1
    const inPane = ({ x, y }: Point): Point => ({ x: x - side * pane.width, y })
    const place = placed(scene, pane)[side]
    const follow = grabCircle(circles[side], scene.pictures[side], place, inPane(at))
    if (follow === null) return null
    setting.value = side
    return (to: Point) => faces.put(layers[side], follow(inPane(to)))
  }
  const press = (at: Point, stage: Size): ((to: Point) => void) | null => {
    if (setting.value !== null) return grab(at, stage)
    const slide = ({ x }: Point) => (slider.value = part(x / stage.width))
    const isNear = Math.abs(at.x - slider.value * stage.width) < NEAR
    if (mode === 'Slider' && (isNear || view.value.zoom === 1)) {
      slide(at)
      return slide
    }
    let last = at
    return (to) => {
      view.value = moved(view.value, to.x - last.x, to.y - last.y, paneOf(stage, mode))
      last = to
    }
  }
  const zoom = (factor: number, at: Point, stage: Size): void => {
    const pane = paneOf(stage, mode)
    view.value = zoomed(view.value, factor, pane, { x: at.x % pane.width, y: at.y })
  }
  const step = (dx: Sign, dy: Sign, isFar: boolean): void => {
    const side = setting.value
    if (side !== null) faces.put(layers[side], shifted(circles[side], dx / 100, dy / 100))
    else if (dy !== 0) onStep(dy)
    else if (mode === 'Slider') slider.value = part(slider.value + dx * (isFar ? 0.1 : 0.02))
    else if (mode === 'Blink') {
      isPaused.value = true
      shown.value = dx < 0 ? 0 : 1
    } else if (dx !== 0) onStep(dx)
  }

  return {
    layers,
    pictures,
    scene,
    mode,
    chosenMode,
    hasSameFaces,
    chosenSame,
    isPaused,
    setting: setting.value,
    press,
    zoom,
    /** True: the key is taken. */
    key: ({ key, shiftKey }: KeyboardEvent, stage: Size): boolean => {
      const direction = STEPS[key]
      const factor = FACTORS[key]
      const side = setting.value
      if (direction !== undefined) step(...direction, shiftKey)
      else if (factor !== undefined && side !== null)
        faces.put(layers[side], resized(circles[side], circles[side].r * factor))
      else if (factor !== undefined)
        zoom(factor ** 4, { x: paneOf(stage, mode).width / 2, y: stage.height / 2 }, stage)
      else if (key === ' ' && mode === 'Blink') isPaused.value = !isPaused.value
      else return false
      return true
    },
    /** Twice, four times, and the whole again; what is in the middle stays there. */
    magnify: (): void => {
      const { zoom: now, x, y } = view.value
      const next = now < 2 ? 2 : now < 4 ? 4 : 1
      view.value = next === 1 ? WHOLE : { zoom: next, x: (x / now) * next, y: (y / now) * next }
    },
    /** She sets the circle of a side, or has done so. */
    set: (side: 0 | 1 | null): void => {
      view.value = WHOLE
      setting.value = side
      if (side === null) faces.keep()
    },
    release: (): void => {
      if (setting.value !== null) faces.keep()
    },
  }
}
