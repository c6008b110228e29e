import { describe, expect, it } from 'vitest'
import { layGrid } from '../../../../plugin/main/board/lay-grid.ts'
import { chooseFontSize, READABLE, zoomOf } from '../../../../plugin/main/board/readable.ts'

const cell = (width: number, height = width, caption = 40) => ({ width, height, caption })

describe('a grid', () => {
  it('stands the pictures of a row on one line, with the captions under it', () => {
    const { cells, size } = layGrid({ cells: [cell(100), cell(50, 200)], columns: 2, gap: 20 })
    expect(cells).toEqual([
      {
        picture: { x: 30, y: 130, width: 100, height: 100 },
        caption: { x: 30, y: 236, width: 100, height: 40 },
      },
      {
        picture: { x: 150, y: 30, width: 50, height: 200 },
        caption: { x: 150, y: 236, width: 50, height: 40 },
      },
    ])
    expect(size).toEqual({ width: 230, height: 306 })
  })

  it('makes each column as wide as its widest picture, and skips empty places', () => {
    const { cells } = layGrid({
      cells: [cell(100), null, cell(300), cell(80)],
      columns: 2,
      gap: 20,
    })
    expect(cells.map(({ picture }) => picture.x)).toEqual([30, 30, 350])
  })

  it('has room for headings above the columns and before the rows', () => {
    const { cells, columnHeadings, rowHeadings, size } = layGrid({
      cells: [cell(100, 100, 0), cell(100, 100, 0), cell(100, 100, 0), cell(100, 100, 0)],
      columns: 2,
      gap: 20,
      headings: { height: 24, width: 70 },
    })
    expect(cells.map(({ picture: { x, y } }) => [x, y])).toEqual([
      [112, 66],
      [232, 66],
      [112, 191],
      [232, 191],
    ])
    expect(columnHeadings).toEqual([
      { x: 112, y: 30, width: 100, height: 24 },
      { x: 232, y: 30, width: 100, height: 24 },
    ])
    expect(rowHeadings).toEqual([
      { x: 30, y: 66, width: 70, height: 100 },
      { x: 30, y: 191, width: 70, height: 100 },
    ])
    expect(size).toEqual({ width: 362, height: 321 })
  })

  it('puts the columns of a group closer together', () => {
    const { cells } = layGrid({
      cells: [cell(100), cell(100), cell(100), cell(100)],
      columns: 4,
      gap: 20,
      group: 2,
    })
    expect(cells.map(({ picture }) => picture.x)).toEqual([30, 135, 270, 375])
  })
})

describe('the size of letters', () => {
  const view = { width: 1000, height: 600 }
  const board = (fontSize: number) => ({ width: 8000, height: 1000 + 3 * fontSize })

  it('is the smallest that can be read while the whole board is in the view', () => {
    const size = chooseFontSize(board, view, { least: 20, most: 400 })
    expect(size * zoomOf(board(size), view)).toBeGreaterThanOrEqual(READABLE)
    expect((size / 1.13) * zoomOf(board(size), view)).toBeLessThan(READABLE)
  })

  it('is the largest that was allowed where none can be read', () =>
    expect(chooseFontSize(board, view, { least: 20, most: 50 })).toBe(50))
})
