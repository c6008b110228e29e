import type { SheetPiece, SheetView } from '../../../../../shared/contract/sheet-routes.ts'
import type { FileId, SheetId } from '../../../../../shared/ids.ts'

const file = (digit: string) => digit.repeat(64) as FileId

export const makePiece = (rest: Partial<SheetPiece> = {}): SheetPiece => ({
  cell: { x: 0, y: 0, w: 512, h: 512 },
  file: file('a'),
  before: file('b'),
  placed: { x: 0, y: 0, w: 1024, h: 1024 },
  confidence: 0.9,
  flags: [],
  labels: [],
  relabelled: false,
  ...rest,
})

/** A sheet that was cleaned. */
export const makeSheet = (pieces: readonly SheetPiece[]): SheetView => ({
  id: `sheet_${'0'.repeat(20)}` as SheetId,
  state: 'succeeded',
  file: file('c'),
  width: 2000,
  height: 1000,
  name: 'Orders of May.png',
  progress: { fraction: 1, note: null },
  preview: null,
  hints: { banner: ['Wedding couple'], footer: [] },
  flags: [],
  pieces: [...pieces],
  edited: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:00:01.000Z',
  sequence: 1,
})
