import { expect, test } from 'vitest'
import { byHand } from '../../../../../plugin/ui/dataset/sheets/cell-edit.ts'
import { createReview } from '../../../../../plugin/ui/dataset/sheets/create-review.ts'
import { makePiece, makeSheet } from './make-sheet.ts'

const label = { box: { x: 20, y: 20, w: 90, h: 30 }, text: 'Anna', onFigure: false, removed: true }
const sure = makePiece({ labels: [label] })
const doubtful = makePiece({ cell: { x: 600, y: 0, w: 512, h: 512 }, flags: ['figure_cut'] })
const open = () => createReview(makeSheet([sure, doubtful]))

test('a review begins with what is doubtful, and keeps only what is not', () => {
  const review = open()
  expect(review.current.value).toBe(1)
  expect(review.isEdited.value).toBe(false)
  expect(review.chosen.value).toEqual([{ cell: 0, piece: sure }])
  review.keep(doubtful, true)
  expect(review.chosen.value).toEqual([
    { cell: 0, piece: sure },
    { cell: 1, piece: doubtful },
  ])
})

test('a moved cell is cleaned again, with its labels looked for anew, and is not kept until then', () => {
  const review = open()
  review.moveCell(0, 'se', sure.cell, { x: 40, y: 0 })
  expect(review.isEdited.value).toBe(true)
  expect(review.chosen.value).toEqual([])
  expect(byHand(review.edits.value)).toEqual([
    { cell: { x: 0, y: 0, w: 552, h: 512 } },
    { cell: doubtful.cell },
  ])
  review.reset()
  expect(review.isEdited.value).toBe(false)
})

test('labels that she set stay as she set them, also when the cell is moved after', () => {
  const review = open()
  review.removeLabel(0, 0, false)
  review.addLabel(0)
  review.moveCell(0, 'all', sure.cell, { x: 8, y: 8 })
  expect(byHand(review.edits.value)[0]).toEqual({
    cell: { x: 8, y: 8, w: 512, h: 512 },
    labels: [
      { box: label.box, removed: false },
      { box: { x: 179, y: 179, w: 154, h: 154 }, removed: true },
    ],
  })
})

test('labels that she set last time are hers this time, too', () => {
  const review = createReview(makeSheet([{ ...sure, relabelled: true }, doubtful]))
  review.dropCell(1)
  expect(byHand(review.edits.value)).toEqual([
    { cell: sure.cell, labels: [{ box: label.box, removed: true }] },
  ])
})

test('cells are added and left out', () => {
  const review = open()
  review.addCell()
  expect(review.current.value).toBe(2)
  review.dropCell(0)
  expect(byHand(review.edits.value)).toEqual([
    { cell: doubtful.cell },
    { cell: { x: 700, y: 350, w: 600, h: 300 } },
  ])
})
