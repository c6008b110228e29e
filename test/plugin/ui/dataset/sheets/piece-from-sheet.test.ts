import { expect, test } from 'vitest'
import * as v from 'valibot'
import { pieceFromSheet } from '../../../../../plugin/ui/dataset/sheets/piece-from-sheet.ts'
import { FIRST_STYLE } from '../../../../../shared/first-style.ts'
import { PieceDraft } from '../../../../../shared/piece.ts'
import { makePiece, makeSheet } from './make-sheet.ts'

const settings = { style: FIRST_STYLE, consent: 'own-work' } as const
const label = (text: string, removed: boolean) => ({
  box: { x: 0, y: 0, w: 9, h: 9 },
  text,
  onFigure: false,
  removed,
})

test('a cell becomes a piece that says where it comes from, and how it was made', () => {
  const piece = makePiece({
    placed: { x: 0, y: 256, w: 1024, h: 512 },
    cell: { x: 0, y: 0, w: 512, h: 256 },
    flags: ['small'],
    labels: [label('Anna', true), label('7', false)],
  })
  const sheet = makeSheet([piece])
  const draft = pieceFromSheet(sheet, 0, piece, settings)
  expect(v.parse(PieceDraft, draft)).toMatchObject({
    file: piece.file,
    caption: 'a nua_figurine_style chibi figurine of Anna',
    provenance: { type: 'sheet', sheet: sheet.id, cell: 0, flags: ['small'] },
    enlarged: 2,
    padding: 0.5,
  })
})

test('without words over the cell, those of the banner begin the caption', () => {
  const piece = makePiece({ labels: [label('', true)] })
  const { caption } = pieceFromSheet(makeSheet([piece]), 0, piece, settings)
  expect(caption).toBe('a nua_figurine_style chibi figurine of Wedding couple')
})

test('a label that says from where it is seen is no name', () => {
  const captionOf = (...texts: string[]) => {
    const piece = makePiece({ labels: texts.map((text) => label(text, true)) })
    return pieceFromSheet(makeSheet([piece]), 0, piece, settings).caption
  }
  const pattern = 'a nua_figurine_style chibi figurine of '
  expect(captionOf('FRONT')).toBe(`${pattern}Wedding couple, front view`)
  expect(captionOf('Left side view', 'Anna')).toBe(`${pattern}Anna, left side view`)
})
