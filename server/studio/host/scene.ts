/** How an image fills its node; the names of `ImagePaint.scaleMode`. */
export type ScaleMode = 'FILL' | 'FIT' | 'CROP' | 'TILE'

/** Rows of a 2×3 matrix, as Figma's `Transform`. */
export type Transform = readonly [
  readonly [number, number, number],
  readonly [number, number, number],
]

/** Colours and opacity run from 0 to 1. Paints that are not visible are left out. */
export type ScenePaint =
  | {
      readonly type: 'solid'
      readonly r: number
      readonly g: number
      readonly b: number
      readonly a: number
    }
  | {
      readonly type: 'image'
      readonly hash: string
      readonly scaleMode: ScaleMode
      readonly opacity: number
      /** For CROP: from the node's unit square to the image's. */
      readonly transform: Transform | null
      /** For TILE: the size of a tile, as a factor of the image's own size. */
      readonly scalingFactor: number
    }
  | {
      readonly type: 'gradient'
      readonly shape: 'linear' | 'radial'
      /** From the node's unit square to the gradient's own space. */
      readonly transform: Transform
      readonly stops: readonly {
        readonly at: number
        readonly r: number
        readonly g: number
        readonly b: number
        readonly a: number
      }[]
      readonly opacity: number
    }

/** One node as it is drawn: children over their parent, later ones over earlier ones. Lengths in pixels. */
export type SceneItem = {
  readonly id: string
  readonly type: string
  readonly name: string
  /** From the top left corner of the item that holds it; of the page, for the outermost ones. */
  readonly x: number
  readonly y: number
  /** How it is turned around that corner: a `Transform` without its translation, row by row. */
  readonly axes: readonly [number, number, number, number]
  readonly width: number
  readonly height: number
  readonly visible: boolean
  readonly locked: boolean
  readonly opacity: number
  /** Top left, top right, bottom right, bottom left. */
  readonly cornerRadii: readonly [number, number, number, number]
  readonly clipsContent: boolean
  readonly fills: readonly ScenePaint[]
  readonly strokes: readonly ScenePaint[]
  readonly strokeWeight: number
  readonly dashPattern: readonly number[]
  readonly text: SceneText | null
  /** Relaunch buttons: command → description. */
  readonly relaunch: Readonly<Record<string, string>>
  readonly children: readonly SceneItem[]
}

export type SceneText = {
  readonly characters: string
  readonly fontFamily: string
  readonly fontWeight: number
  readonly italic: boolean
  readonly fontSize: number
  readonly lineHeight: number
  readonly align: 'LEFT' | 'CENTER' | 'RIGHT' | 'JUSTIFIED'
}

/** The current page, ready to be drawn. The same object comes back until something changes. */
export type Scene = {
  readonly page: { readonly id: string; readonly name: string }
  readonly nodes: readonly SceneItem[]
  readonly selection: readonly string[]
}
