const STEPS: Partial<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }
const TURNS: Partial<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }
/** A row further away is always further than a tile in the same row, in pixels. */
const ROW = 10_000

/** Where an arrow key leads from a tile, among tiles in rows of any length; undefined at an end and for other keys. */
export const nextTile = (
  tiles: readonly HTMLElement[],
  from: HTMLElement,
  key: string,
): HTMLElement | undefined => {
  const step = STEPS[key]
  if (step !== undefined) return tiles[tiles.indexOf(from) + step]
  const turn = TURNS[key]
  if (turn === undefined) return undefined
  const here = from.getBoundingClientRect()
  const [nearest] = tiles
    .map((tile) => {
      const { top, left } = tile.getBoundingClientRect()
      const rows = (top - here.top) * turn
      return { tile, rows, distance: rows * ROW + Math.abs(left - here.left) }
    })
    .filter(({ rows }) => rows > 1)
    .sort((a, b) => a.distance - b.distance)
  return nearest?.tile
}
