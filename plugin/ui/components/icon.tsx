/** Strokes in a box of 16 × 16. */
const STROKES = {
  add: 'M8 2.5v11M2.5 8h11',
  adjust:
    'M4.5 1.5V8m0 4v2.5m7-13V4m0 4v6.5M6.5 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0m7-4a2 2 0 1 1-4 0 2 2 0 0 1 4 0',
  close: 'm4.5 4.5 7 7m0-7-7 7',
  keep: 'M4 1.5h8v13l-4-3.5-4 3.5z',
  open: 'M5.9 7.1 8 9.2l2.1-2.1',
  time: 'M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0M8 4.5V8l2 2',
  warning: 'm8 2 6.5 12h-13zm0 4.5V10m0 2v.1',
}
export type IconName = keyof typeof STROKES

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d={STROKES[name]} />
  </svg>
)
