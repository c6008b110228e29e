/** Values of one channel as a smooth surface: a polynomial of the third degree over a unit square. */
export type Surface = (x: number, y: number) => number

export type Sample = { readonly x: number; readonly y: number; readonly weight: number }

const TERMS = 10
/** How much terms of each degree are held back. */
const HOLD = [1e-9, 1e-4, 1e-3, 4e-3]

const termsAt = (x: number, y: number): number[] => {
  const [u, v] = [2 * x - 1, 2 * y - 1]
  return [1, u, v, u * u, u * v, v * v, u * u * u, u * u * v, u * v * v, v * v * v]
}

/** Gauss's elimination with the largest pivot; a row without one stays 0. */
const solve = (matrix: number[][], right: number[]): number[] => {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  for (let column = 0; column < TERMS; column += 1) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) =>
        Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best,
      )
    rows.splice(rows.indexOf(pivot), 1)
    rows.splice(column, 0, pivot)
    const head = pivot[column] ?? 0
    if (Math.abs(head) < 1e-9) continue
    for (const row of rows) {
      if (row === pivot) continue
      const factor = (row[column] ?? 0) / head
      if (factor === 0) continue
      for (let at = column; at <= TERMS; at += 1)
        row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0)
    }
  }
  return rows.map((row, at) =>
    Math.abs(row[at] ?? 0) < 1e-9 ? 0 : (row[TERMS] ?? 0) / (row[at] ?? 1),
  )
}

/** Fits a surface to weighted samples; higher terms are held back a little, so that few samples give no waves. */
export const fitSurface = (
  samples: readonly Sample[],
  value: (index: number) => number,
): Surface => {
  const matrix = Array.from({ length: TERMS }, () => new Array<number>(TERMS).fill(0))
  const right = new Array<number>(TERMS).fill(0)
  let sum = 0
  samples.forEach(({ x, y, weight }, index) => {
    if (weight === 0) return
    sum += weight
    const terms = termsAt(x, y)
    terms.forEach((a, row) => {
      right[row] = (right[row] ?? 0) + weight * a * value(index)
      const line = matrix[row]
      if (line !== undefined)
        terms.forEach((b, column) => (line[column] = (line[column] ?? 0) + weight * a * b))
    })
  })
  matrix.forEach((row, at) => {
    const degree = at === 0 ? 0 : at < 3 ? 1 : at < 6 ? 2 : 3
    row[at] = (row[at] ?? 0) + sum * (HOLD[degree] ?? 0) + 1e-9
  })
  const factors = solve(matrix, right)
  return (x, y) => termsAt(x, y).reduce((total, term, at) => total + term * (factors[at] ?? 0), 0)
}
