import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import * as v from 'valibot'
import { Box } from '../../shared/contract/index.ts'
import type { CellTruth, Sheet } from './sheet-truth.ts'

const Label = v.object({
  text: v.string(),
  box: Box,
  pixels: v.number(),
  rotated: v.number(),
  pill: v.boolean(),
  touching: v.boolean(),
})
const Cell = v.object({
  rect: Box,
  panel: v.boolean(),
  rounded: v.number(),
  view: v.string(),
  figureBox: Box,
  keepText: v.array(v.object({ text: v.string(), box: Box })),
  labels: v.array(Label),
  clean: v.string(),
  labelmask: v.string(),
})
const Truth = v.object({
  sheets: v.array(
    v.object({
      file: v.string(),
      width: v.number(),
      height: v.number(),
      banner: v.nullable(Box),
      footer: v.nullable(Box),
      cells: v.array(Cell),
    }),
  ),
})

/** Sheets with truth in a folder: `truth.json`, the pages, and for each cell a clean picture and a mask of its labels. */
export const readTruth = async (folder: string): Promise<Sheet[]> => {
  const at = (name: string) => join(folder, name)
  const { sheets } = v.parse(Truth, JSON.parse(readFileSync(at('truth.json'), 'utf8')))
  const cellOf = async (cell: v.InferOutput<typeof Cell>): Promise<CellTruth> => {
    const mask = await sharp(at(cell.labelmask)).greyscale().raw().toBuffer()
    return {
      ...cell,
      clean: await sharp(at(cell.clean)).removeAlpha().raw().toBuffer(),
      labelMask: mask.map((value) => (value > 127 ? 1 : 0)),
    }
  }
  return Promise.all(
    sheets.map(async (sheet) => ({
      ...sheet,
      name: sheet.file,
      bytes: readFileSync(at(sheet.file)),
      cells: await Promise.all(sheet.cells.map(cellOf)),
    })),
  )
}
