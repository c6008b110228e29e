import type { Outline } from '../pixels/outline.ts'
import { sharedOutline } from '../pixels/outline.ts'
import type { Check, CheckedPiece } from './check.ts'
import { OUR_THRESHOLD, trainedOf } from './check.ts'
import { commonGroup } from './common-group.ts'

/** Of all pieces whose view is known. */
const SHARE = 0.7
/** So much of their outlines two figurines share that stand the same. */
const SAME_OUTLINE = 0.85

const VIEWS = [
  ['from the front', /\b(front view|from the front|facing (forward|the viewer|front))\b/],
  ['from the side', /\b(side view|from the side|in profile|profile view)\b/],
  ['from behind', /\b(back view|from behind|from the back|rear view)\b/],
  ['at an angle', /\b(three[- ]quarter|3\/4|at an angle)\b/],
] as const

const viewOf = ({ caption }: CheckedPiece): string | null =>
  VIEWS.find(([, words]) => words.test(caption.toLowerCase()))?.[0] ?? null

/** Seen and standing the same in most of them: as the captions say, or as the outlines show. */
export const checkViews: Check = (input) => {
  const trained = trainedOf(input)
  const named = trained.flatMap((piece) => {
    const view = viewOf(piece)
    return view === null ? [] : [{ piece, view }]
  })
  const sameView = commonGroup(named, (a, b) => a.view === b.view, SHARE)
  const seen = trained.flatMap((piece) =>
    piece.look?.subject ? [{ piece, outline: piece.look.subject.outline }] : [],
  )
  const words = {
    code: 'same-view',
    level: 'warning',
    why: 'A style that has seen one view and pose draws nothing else well.',
    fix: 'Add some from the side, at an angle or from behind, and in other poses; name the view in their captions.',
    source: `ArgentVASIMR’s LoRA guide: vary all but the style; ${OUR_THRESHOLD.toLowerCase()}`,
  } as const
  const [first] = sameView
  if (first !== undefined)
    return [
      {
        ...words,
        title: `${sameView.length} of ${named.length} captions that name a view say it is ${first.view}.`,
        pieces: sameView.map(({ piece }) => ({ piece })),
      },
    ]
  const stands = (a: Outline, b: Outline) => sharedOutline(a, b) >= SAME_OUTLINE
  const sameShape = commonGroup(seen, (a, b) => stands(a.outline, b.outline), SHARE)
  if (sameShape.length === 0) return []
  return [
    {
      ...words,
      title: `${sameShape.length} of ${seen.length} figurines stand in the same outline.`,
      pieces: sameShape.map(({ piece }) => ({ piece })),
    },
  ]
}
