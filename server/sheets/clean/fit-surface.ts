/** Values of one channel as a smooth surface: a polynomial of the third degree over a unit square. */
export const TERMS = 10
/** How much terms of each degree are held back, so that few samples give no waves. */
const HOLD = [1e-9, 1e-4, 1e-4, 1e-3, 1e-3, 1e-3, 4e-3, 4e-3, 4e-3, 4e-3]

/** The terms at each place of a grid, one place after the other. */
export const gridTerms = (width: number, height: number): Float64Array => {
  const terms = new Float64Array(width * height * TERMS)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const u = (2 * (x + 0.5)) / width - 1
      const v = (2 * (y + 0.5)) / height - 1
      terms.set(
        [1, u, v, u * u, u * v, v * v, u * u * u, u * u * v, u * v * v, v * v * v],
        (y * width + x) * TERMS,
      )
    }
  return terms
}

/** Gauss's elimination with the largest pivot, for several right sides; a row without a pivot stays 0. */
const solve = (matrix: readonly Float64Array[], sides: number): Float64Array[] => {
  const rows = [...matrix]
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
      const factor = row === pivot ? 0 : (row[column] ?? 0) / head
      if (factor === 0) continue
      for (let at = column; at < TERMS + sides; at += 1)
        row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0)
    }
  }
  return Array.from({ length: sides }, (_, side) =>
    Float64Array.from(rows, (row, at) =>
      Math.abs(row[at] ?? 0) < 1e-9 ? 0 : (row[TERMS + side] ?? 0) / (row[at] ?? 1),
    ),
  )
}

/** The factors of the terms, for red, green and blue, that fit pixels best where `weights` are not 0. */
export const fitSurface = (
  terms: Float64Array,
  data: Uint8Array,
  weights: Uint8Array,
): Float64Array[] => {
  const matrix = Array.from({ length: TERMS }, () => new Float64Array(TERMS + 3))
  let sum = 0
  for (let at = 0; at < weights.length; at += 1) {
    if (weights[at] === 0) continue
    sum += 1
    for (let i = 0; i < TERMS; i += 1) {
      const row = matrix[i]
      const a = terms[at * TERMS + i] ?? 0
      if (row === undefined) continue
      for (let j = 0; j < TERMS; j += 1) row[j] = (row[j] ?? 0) + a * (terms[at * TERMS + j] ?? 0)
      for (let c = 0; c < 3; c += 1)
        row[TERMS + c] = (row[TERMS + c] ?? 0) + a * (data[at * 3 + c] ?? 0)
    }
  }
  matrix.forEach((row, at) => (row[at] = (row[at] ?? 0) + sum * (HOLD[at] ?? 0) + 1e-9))
  return solve(matrix, 3)
}

/** The surface's value at a place of the grid. */
export const surfaceAt = (terms: Float64Array, factors: Float64Array, at: number): number => {
  let value = 0
  for (let i = 0; i < TERMS; i += 1) value += (terms[at * TERMS + i] ?? 0) * (factors[i] ?? 0)
  return value
}
